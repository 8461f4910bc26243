import type { headCountEvidence, registerOrigins, registerSources } from '@/db/schema/enums';
import {
  evidenceLabels,
  originLabels,
  sourceLabels,
} from '@/features/employer-register/rules/labels';
import { type BookLine, type BookSheet, type FoundRow, filledRows, plainCell } from './book-row';
import type { BookColumns } from './columns';
import { wordKey } from './member-line';
import {
  problemsOf,
  type ReadCell,
  readChoice,
  readPastDay,
  readText,
  readUnifiedCode,
} from './read-cell';

/** A row of a list of employers as read; blank cells are null. */
export interface EmployerListLine extends BookLine {
  readonly uscc: string | null;
  /** Null for one that lies in no town of the federation. */
  readonly townId: string | null;
  readonly industry: string | null;
  readonly address: string | null;
  readonly staffCount: number | null;
  readonly staffCountedOn: string | null;
  readonly staffEvidence: (typeof headCountEvidence)[number] | null;
  readonly source: (typeof registerSources)[number];
  readonly origin: (typeof registerOrigins)[number];
  /** Null for the day of the writing. */
  readonly enteredOn: string | null;
  readonly responsibleId: string | null;
}

/** What the words of a cell mean today. */
export interface EmployerWords {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Towns by name, short name or area code; or why one cannot be written to from here. */
  readonly towns: ReadonlyMap<string, { readonly id: string } | { readonly refused: string }>;
  /** The town of a row that names none. */
  readonly ownTown: string | null;
  /** The whole federation's list: a row may lie in no town. */
  readonly townless: boolean;
  /** First six digits of the area codes of the federation. */
  readonly areas: readonly string[];
  /** Officers who keep the register, by town (empty for none) and name; null where two have the name. */
  readonly keepers: ReadonlyMap<string, ReadonlyMap<string, string | null>>;
}

/** A line, and the row of the file that is the same employer before it. */
export interface FoundListLine extends FoundRow {
  readonly line: EmployerListLine;
  readonly sameEmployer: number | null;
}

const wrong = (problem: string) => ({ value: null, problem });

function townOf(raw: string, { towns, ownTown, townless }: EmployerWords): ReadCell<string> {
  if (raw === '')
    return ownTown || townless
      ? { value: ownTown, problem: null }
      : wrong('没有写镇街，请填镇、街道的名称');
  const found = towns.get(wordKey(raw));
  if (!found) return wrong(`没有找到镇街“${raw.slice(0, 20)}”，请写本区镇、街道的名称`);
  return 'id' in found ? { value: found.id, problem: null } : wrong(found.refused);
}

function countOf(raw: string): ReadCell<number> {
  const text = plainCell(raw).replace(/人$/, '');
  if (text === '') return { value: null, problem: null };
  return /^\d{1,6}$/.test(text)
    ? { value: Number(text), problem: null }
    : wrong('职工人数请填整数');
}

function keeperOf(raw: string, town: string | null, { keepers }: EmployerWords): ReadCell<string> {
  if (raw === '') return { value: null, problem: null };
  const id = keepers.get(town ?? '')?.get(raw);
  if (id) return { value: id, problem: null };
  return wrong(
    id === null
      ? `负责这一带的干部里有两位“${raw}”，请空着，写入后再指定`
      : `负责这一带的干部里没有“${raw.slice(0, 12)}”，请核对姓名，或空着`,
  );
}

const sources: Readonly<Record<string, EmployerListLine['source']>> = {
  ...{ 市监: 'market', 市监局: 'market', 市场监管: 'market', 市场监管局: 'market' },
  ...{ 税务: 'tax', 税务局: 'tax', 人社: 'insurance', 社保: 'insurance', 人社局: 'insurance' },
};
const origins: Readonly<Record<string, EmployerListLine['origin']>> = {
  内: 'listed',
  是: 'listed',
  外: 'found',
  否: 'found',
};
const evidenceOf: Partial<Record<EmployerListLine['source'], EmployerListLine['staffEvidence']>> = {
  ...{ market: 'market', tax: 'tax', insurance: 'insurance' },
};

/** The day and the proof of a head count: given, else as the source and the day of the list say. */
function countedOf(
  cells: Record<string, string>,
  source: EmployerListLine['source'],
  today: string,
) {
  const count = countOf(cells.staffCount ?? '');
  const entered = readPastDay(cells.enteredOn, '列入日期', today);
  const on = readPastDay(cells.staffCountedOn, '人数日期', today);
  const evidence = readChoice(cells.staffEvidence, '人数依据', evidenceLabels);
  const day = on.value ?? entered.value;
  const proof = evidence.value ?? evidenceOf[source] ?? null;
  const counted = count.value !== null;
  const lacks = [
    counted && !day && !on.problem && !entered.problem ? '有职工人数，请填人数日期' : null,
    counted && !proof && !evidence.problem ? '有职工人数，请填人数依据' : null,
  ].map((problem) => ({ problem }));
  return {
    ...{ count, entered, on, evidence, lacks },
    day: counted ? day : null,
    proof: counted ? proof : null,
  };
}

const elsewhere = '确实在本区经营的，请在“登记企业”里单独登记';

/** Reads one row of a list of employers. Never throws on text: what cannot be read is said in words. */
export function readEmployerLine(
  rowNo: number,
  cells: Record<string, string>,
  words: EmployerWords,
): EmployerListLine {
  const name = readText(cells.name, { label: '单位名称', min: 2, max: 80 });
  const uscc = readUnifiedCode(cells.uscc, words.areas, elsewhere);
  const town = townOf(plainCell(cells.town), words);
  const industry = readText(cells.industry, { label: '行业', max: 40 });
  const address = readText(cells.address, { label: '地址', max: 100 });
  const source = readChoice(cells.source, '来源', sourceLabels, sources);
  const origin = readChoice(cells.origin, '台账内外', originLabels, origins);
  const from = source.value ?? 'market';
  const counted = countedOf(cells, from, words.today);
  const keeper = keeperOf(plainCell(cells.responsible), town.value, words);
  const { count, entered, on, evidence, lacks } = counted;
  return {
    rowNo,
    name: name.value ?? plainCell(cells.name).replace(/\p{C}/gu, '').slice(0, 80),
    ...{ uscc: uscc.value, townId: town.value, industry: industry.value, address: address.value },
    ...{ staffCount: count.value, staffCountedOn: counted.day, staffEvidence: counted.proof },
    ...{ source: from, origin: origin.value ?? 'listed', enteredOn: entered.value },
    responsibleId: keeper.value,
    problems: problemsOf(
      ...[name, uscc, town, count, on, evidence, ...lacks, entered, source, origin, keeper],
      ...[industry, address],
    ),
  };
}

/** What makes two rows without a different code one employer: the name, in the town. */
export const employerKey = ({ name, townId }: Pick<EmployerListLine, 'name' | 'townId'>): string =>
  `${townId ?? ''}|${wordKey(name)}`;

/**
 * Every filled row below the headings, in the order of the file. Of two rows with one code the first counts, of
 * two with one name in one town as well, unless both have codes and these differ.
 */
export function readEmployerLines(
  sheet: BookSheet,
  columns: BookColumns,
  words: EmployerWords,
): FoundListLine[] {
  const codes = new Map<string, number>();
  const names = new Map<string, { rowNo: number; uscc: string | null }>();
  const found: FoundListLine[] = [];
  for (const { rowNo, cells } of filledRows(sheet, columns)) {
    const line = readEmployerLine(rowNo, cells, words);
    const fine = line.problems.length === 0;
    const named = names.get(employerKey(line));
    const different = named?.uscc && line.uscc && named.uscc !== line.uscc;
    const before = (line.uscc && codes.get(line.uscc)) || (different ? null : named?.rowNo);
    const sameEmployer = (fine && before) || null;
    found.push({ line, sameEmployer });
    if (!fine || sameEmployer !== null) continue;
    if (line.uscc) codes.set(line.uscc, rowNo);
    if (!named) names.set(employerKey(line), { rowNo, uscc: line.uscc });
  }
  return found;
}
