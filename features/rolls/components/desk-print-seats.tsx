import { PaperFrame } from '@/components/ui/print-sheet';
import { seatRows } from '../rules/paper-pages';
import type { DayRollSheet } from './desk-print-roll';

/** 座位表 on A4 landscape: desks as one stands before them, the front row first; names only. */
export function SeatSheets(sheet: DayRollSheet & { across: number }) {
  const pages = seatRows(sheet.lines, sheet.across);
  const title = `${sheet.offering}座位表`;
  return pages.map((rows, at) => (
    <PaperFrame key={rows[0]?.from} label={`${title}第 ${at + 1} 页`}>
      <section className="print-landscape mb-8 max-w-[297mm] min-w-[640px] border border-line bg-surface p-6 print:mb-0 print:min-w-0 print:border-0 print:p-0">
        {at === 0 ? (
          <h1 className="text-center">{title}</h1>
        ) : (
          <p className="text-center text-h1 font-semibold">{title}</p>
        )}
        <p className="mt-1 text-center text-table">{sheet.session}</p>
        <p className="mx-auto mt-3 mb-4 w-[40%] border border-ink py-1 text-center">讲台</p>
        <table className="w-full table-fixed border-separate border-spacing-2">
          <tbody>
            {rows.map(({ from, seats }) => (
              <tr key={from}>
                {seats.map((one, seat) => {
                  const no = from + seat;
                  return (
                    <td
                      key={no}
                      className={
                        one
                          ? 'h-[15mm] border border-ink px-1 text-center align-middle'
                          : 'h-[15mm] border border-dashed border-line'
                      }
                    >
                      {one && (
                        <>
                          <span className="block text-meta">{no}</span>
                          <b className="text-lead">{one.attendee}</b>
                        </>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
        {sheet.lines.length === 0 && <p className="text-center">还没有人预约</p>}
        <p className="mt-2 flex justify-between text-meta">
          <span>
            {sheet.foot}，共 {sheet.lines.length} 人，按预约先后排
          </span>
          <span>
            第 {at + 1} 页，共 {pages.length} 页
          </span>
        </p>
      </section>
    </PaperFrame>
  ));
}
