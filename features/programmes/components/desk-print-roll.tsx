import { PaperFrame } from '@/components/ui/print-sheet';
import { gradeLabel } from '@/features/family/rules/grade';
import { formatDateTime } from '@/lib/dates';
import type { DeskOffering } from '../queries/desk-offering';
import type { Roll } from '../queries/roll';
import { timedOf } from '../rules/meetings';
import { sessionWhen } from '../rules/times';

// What fits on A4 landscape with room to sign.
const perPage = 14;
const cell = 'border border-ink px-2 py-[7px] text-left';

function pagesOf<T>(lines: readonly T[]): T[][] {
  const pages: T[][] = [];
  for (let at = 0; at < Math.max(1, lines.length); at += perPage) {
    pages.push(lines.slice(at, at + perPage));
  }
  return pages;
}

/**
 * 签到表 on A4 landscape: a blank column to sign in, page x / y on each sheet. Names are masked here
 * too, for a sheet lies open on a table; whoever signs writes their own.
 */
export function PrintRoll({ offering, roll }: { offering: DeskOffering; roll: Roll }) {
  const { session, lines } = roll;
  const pages = pagesOf(lines);
  const isChild = offering.kind === 'childcare';
  const title = offering.kind === 'screening' ? '健康服务签到表' : `${offering.title}签到表`;
  const heads = [
    '序号',
    '预约号',
    isChild ? '孩子' : '姓名',
    isChild ? '秋季年级' : '',
    isChild ? '家长' : '',
    '手机尾号',
    isChild ? '接送人签名' : '本人签名',
    '备注',
  ];
  return pages.map((page, at) => (
    <PaperFrame key={page[0]?.bookingId ?? at} label={`${title}第 ${at + 1} 页`}>
      <section className="print-landscape mb-8 max-w-[297mm] min-w-[640px] border border-line bg-surface p-6 print:mb-0 print:min-w-0 print:border-0 print:p-0">
        {at === 0 ? (
          <h1 className="text-center">{title}</h1>
        ) : (
          <p className="text-center text-h1 font-semibold">{title}</p>
        )}
        <p className="mt-1 mb-3 text-center text-table">
          {session.title}，{sessionWhen(timedOf(session), offering.now)}，{session.place}
        </p>
        <table className="w-full border-collapse text-table">
          <thead>
            <tr>
              {heads.filter(Boolean).map((head) => (
                <th key={head} scope="col" className={cell}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.map((l, row) => (
              <tr key={l.bookingId}>
                <td className={cell}>{at * perPage + row + 1}</td>
                <td className={cell}>{l.number}</td>
                <td className={cell}>{l.attendee}</td>
                {isChild && <td className={cell}>{l.grade === null ? '' : gradeLabel(l.grade)}</td>}
                {isChild && <td className={cell}>{l.guardian}</td>}
                <td className={cell}>{l.phone.slice(-4)}</td>
                <td className={`${cell} w-[26%]`} />
                <td className={`${cell} w-[14%]`} />
              </tr>
            ))}
            {page.length === 0 && (
              <tr>
                <td colSpan={8} className={cell}>
                  还没有人预约
                </td>
              </tr>
            )}
          </tbody>
        </table>
        <p className="mt-2 flex justify-between text-meta">
          <span>
            {offering.organiser} {formatDateTime(offering.now, offering.now)}制表，共 {lines.length}{' '}
            人
          </span>
          <span>
            第 {at + 1} 页，共 {pages.length} 页
          </span>
        </p>
      </section>
    </PaperFrame>
  ));
}
