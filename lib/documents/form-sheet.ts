import 'server-only';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import writeXlsx, { type Cell } from 'write-excel-file/node';
import { escapeFormula } from './spreadsheet';

/** A column of a form to fill in. */
export interface FormColumn {
  readonly header: string;
  readonly hint: string;
  readonly example: string;
  readonly required?: boolean;
  /** What may be chosen; anything when left out. */
  readonly options?: readonly string[];
}

interface FormSheet {
  readonly sheet: string;
  readonly columns: readonly FormColumn[];
  /** Lines above the table of the sheet that explains. */
  readonly notes: readonly string[];
}

const bold = (value: string): Cell => ({
  type: String,
  value: escapeFormula(value),
  format: '@',
  fontWeight: 'bold',
});
const plain = (value: string): Cell =>
  value === '' ? null : { type: String, value: escapeFormula(value), format: '@', wrap: true };

/** So many rows below the headings are text cells with their choices. */
const ROWS = 2_000;
const letter = (at: number) => String.fromCharCode(65 + at);

/** The lists of what may be chosen; the writer of workbooks knows none. */
function withChoices(file: Buffer, columns: readonly FormColumn[], listSheet: string): Buffer {
  const parts = unzipSync(new Uint8Array(file));
  const name = 'xl/worksheets/sheet1.xml';
  const xml = strFromU8(parts[name] as Uint8Array);
  const chosen = columns.map((column, at) => ({ ...column, at })).filter(({ options }) => options);
  const rules = chosen.map(({ at, options = [] }, nth) => {
    const range = `${letter(at)}2:${letter(at)}${ROWS + 1}`;
    const list = `'${listSheet}'!$${letter(nth)}$1:$${letter(nth)}$${options.length}`;
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${range}"><formula1>${list}</formula1></dataValidation>`;
  });
  const all = `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
  parts[name] = strToU8(xml.replace('</sheetData>', `</sheetData>${rules.length > 0 ? all : ''}`));
  return Buffer.from(zipSync(parts));
}

/**
 * A workbook to fill in: the headings alone on the first sheet, its cells of text so that long numbers stay whole,
 * lists where something is chosen; a second sheet says what each column is, with an example; a third holds the
 * lists.
 */
export async function formSheet({ sheet, columns, notes }: FormSheet): Promise<Buffer> {
  const empty = columns.map((): Cell => ({ type: String, value: '', format: '@' }));
  const lists = columns.flatMap(({ options }) => (options ? [options] : []));
  const longest = lists.reduce((most, list) => Math.max(most, list.length), 0);
  const explained = columns.map(({ header, required, hint, example }) => [
    plain(header),
    plain(required ? '必填' : '可不填'),
    plain(hint),
    plain(example),
  ]);
  const file = await writeXlsx([
    {
      data: [
        columns.map(({ header }) => bold(header)),
        ...Array.from({ length: ROWS }, () => empty),
      ],
      sheet,
      stickyRowsCount: 1,
      columns: columns.map(() => ({ width: 20 })),
    },
    {
      data: [
        ...notes.map((note) => [plain(note)]),
        ['栏名', '要不要填', '怎样填', '例子'].map(bold),
        ...explained,
      ],
      sheet: '说明',
      columns: [{ width: 16 }, { width: 10 }, { width: 50 }, { width: 26 }],
    },
    {
      data: Array.from({ length: Math.max(longest, 1) }, (_, at) =>
        lists.map((list) => plain(list[at] ?? '')),
      ),
      sheet: '选项',
    },
  ]).toBuffer();
  return withChoices(file, columns, '选项');
}
