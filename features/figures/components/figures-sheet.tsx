import { PaperFrame } from '@/components/ui/print-sheet';
import { offeringKindLabels } from '@/features/offerings/schema/offering';
import { formatFullDay, todayOn } from '@/lib/dates';
import type { Figure } from '@/lib/figures';
import type { Figures } from '../queries/read-figures';
import { divisionLabels } from '../rules/divisions';
import { figureColumns, type SheetLine, sheetLines, sheetNotes } from '../rules/figure-sheet';

// What fits on A4 landscape below the heading, with 口径 on the last sheet.
const PER_PAGE = 22;
const cell = 'border border-ink px-1 py-[3px]';

const pagesOf = (lines: readonly SheetLine[]): SheetLine[][] =>
  Array.from({ length: Math.max(1, Math.ceil(lines.length / PER_PAGE)) }, (_, at) =>
    lines.slice(at * PER_PAGE, (at + 1) * PER_PAGE),
  );

function Lines({
  head,
  heads,
  lines,
}: {
  head: string;
  heads: readonly string[];
  lines: readonly SheetLine[];
}) {
  return (
    <table className="w-full border-collapse text-[9.5pt]">
      <thead>
        <tr>
          {[head, ...heads].map((each) => (
            <th key={each} scope="col" className={`${cell} font-semibold`}>
              {each}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ label, values }) => (
          <tr key={label}>
            <th scope="row" className={`${cell} text-left font-normal`}>
              {label}
            </th>
            {values.map((value, at) => (
              <td key={heads[at]} className={`${cell} text-right whitespace-nowrap`}>
                {value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The table as it is handed upward: A4 landscape, 口径 and who answers for it on the last sheet. */
export function FiguresSheet({
  figures,
  registered,
  unit,
}: {
  figures: Figures;
  registered: readonly Figure[];
  /** Who fills it in. */
  unit: string;
}) {
  const { table, period, by, kind, least, now } = figures;
  const columns = figureColumns(registered);
  const pages = pagesOf(sheetLines(table, columns));
  return pages.map((lines, at) => (
    <PaperFrame key={lines[0]?.label ?? at} label={`服务统计表第 ${at + 1} 页`}>
      <section className="print-landscape mb-8 max-w-[297mm] min-w-[900px] border border-line bg-surface p-6 print:mb-0 print:min-w-0 print:border-0 print:p-0">
        {at === 0 ? (
          <h1 className="text-center">服务统计表</h1>
        ) : (
          <p className="text-center text-h1 font-semibold">服务统计表</p>
        )}
        <p className="my-2 flex flex-wrap justify-between gap-x-6 text-table">
          <span>填报单位：{unit}</span>
          <span>{`${formatFullDay(period.from)}至${formatFullDay(period.to)}，${kind ? offeringKindLabels[kind] : '全部服务'}`}</span>
          <span>填报日期：{formatFullDay(todayOn(now))}</span>
        </p>
        <Lines head={divisionLabels[by]} heads={columns.map(({ head }) => head)} lines={lines} />
        {at === pages.length - 1 && (
          <>
            <p className="mt-2 text-[8.5pt] leading-[1.5]">
              口径：时间按场次的第一天算。{sheetNotes(registered, table, least).join(' ')}
            </p>
            <p className="mt-4 flex flex-wrap gap-x-16 text-table">
              <span>单位负责人：＿＿＿＿＿＿</span>
              <span>审核人：＿＿＿＿＿＿</span>
              <span>填表人：＿＿＿＿＿＿</span>
              <span>（盖章）</span>
            </p>
          </>
        )}
        <p className="mt-2 text-right text-meta">
          第 {at + 1} 页，共 {pages.length} 页
        </p>
      </section>
    </PaperFrame>
  ));
}
