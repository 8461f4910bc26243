import { PaperFrame } from '@/components/ui/print-sheet';
import type { RollLine } from '@/features/bookings/rules/booking-line';
import { gradeLabel } from '@/features/family/rules/grade';
import { paperPages } from '../rules/paper-pages';

// What fits on A4 landscape with room to sign.
const perPage = 14;
const cell = 'border border-ink px-2 py-[7px] text-left';

export interface DayRollSheet {
  /** Of the sign-in sheet, and of the offering where it may be named. */
  readonly title: string;
  readonly offering: string;
  readonly organiser: string;
  /** The session by its name alone. */
  readonly group: string;
  /** Which session, when, where. */
  readonly session: string;
  /** Who made it, and when. */
  readonly foot: string;
  readonly isChild: boolean;
  /** A column to sign in for each, such as 1/25; one sitting has one. */
  readonly days: readonly string[];
  readonly lines: readonly Pick<
    RollLine,
    'bookingId' | 'number' | 'attendee' | 'guardian' | 'grade' | 'phone'
  >[];
}

/** 签到表 on A4 landscape: a blank column to sign in for each day, page x / y on each sheet. */
export function PrintSheets({ title, session, foot, isChild, days, lines }: DayRollSheet) {
  const pages = paperPages(lines, perPage);
  const sign = isChild ? '接送人签名' : '本人签名';
  const several = days.length > 1;
  const heads = [
    '序号',
    several ? '' : '预约号',
    isChild ? '孩子' : '姓名',
    isChild && !several ? '秋季年级' : '',
    isChild ? '家长' : '',
    '手机尾号',
    ...(several ? days : [sign, '备注']),
  ].filter(Boolean);
  return pages.map((page, at) => (
    <PaperFrame key={page[0]?.bookingId ?? at} label={`${title}第 ${at + 1} 页`}>
      <section className="print-landscape mb-8 max-w-[297mm] min-w-[640px] border border-line bg-surface p-6 print:mb-0 print:min-w-0 print:border-0 print:p-0">
        {at === 0 ? (
          <h1 className="text-center">{title}</h1>
        ) : (
          <p className="text-center text-h1 font-semibold">{title}</p>
        )}
        <p className="mt-1 mb-3 text-center text-table">
          {session}
          {several && `（每天一栏，${sign}）`}
        </p>
        <table className="w-full border-collapse text-table">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col" className={`${cell} whitespace-nowrap`}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.map((l, row) => (
              <tr key={l.bookingId}>
                <td className={cell}>{at * perPage + row + 1}</td>
                {!several && <td className={cell}>{l.number}</td>}
                <td className={cell}>{l.attendee}</td>
                {isChild && !several && (
                  <td className={cell}>{l.grade === null ? '' : gradeLabel(l.grade)}</td>
                )}
                {isChild && <td className={cell}>{l.guardian}</td>}
                <td className={cell}>{l.phone.slice(-4)}</td>
                {several ? (
                  days.map((day) => <td key={day} className={`${cell} w-[7%]`} />)
                ) : (
                  <>
                    <td className={`${cell} w-[26%]`} />
                    <td className={`${cell} w-[14%]`} />
                  </>
                )}
              </tr>
            ))}
            {page.length === 0 && (
              <tr>
                <td colSpan={heads.length} className={cell}>
                  还没有人预约
                </td>
              </tr>
            )}
          </tbody>
        </table>
        <p className="mt-2 flex justify-between text-meta">
          <span>
            {foot}，共 {lines.length} 人
          </span>
          <span>
            第 {at + 1} 页，共 {pages.length} 页
          </span>
        </p>
      </section>
    </PaperFrame>
  ));
}
