import { PaperFrame } from '@/components/ui/print-sheet';
import { paperPages } from '@/features/rolls/rules/paper-pages';

// What fits on A4 landscape when a child has five people who may fetch it.
const perPage = 10;
const cell = 'border border-ink px-2 py-[7px] text-left align-top';
const heads = ['序号', '孩子', '可以接的人（手机尾号）', '到', '接走人签名', '接走时间', '备注'];

export interface PickUpPaperLine {
  readonly bookingId: string;
  readonly child: string;
  /** Null while the names are masked. */
  readonly fetchers: readonly string[] | null;
  readonly away: boolean;
}

interface Props {
  title: string;
  /** Which class, which day. */
  about: string;
  foot: string;
  lines: readonly PickUpPaperLine[];
}

/** 接送表 of one day on A4 landscape: who may fetch whom, with room to sign; page x / y on each sheet. */
export function PickUpPaper({ title, about, foot, lines }: Props) {
  const pages = paperPages(lines, perPage);
  return pages.map((page, at) => (
    <PaperFrame key={page[0]?.bookingId ?? at} label={`${title}第 ${at + 1} 页`}>
      <section className="print-landscape mb-8 max-w-[297mm] min-w-[640px] border border-line bg-surface p-6 print:mb-0 print:min-w-0 print:border-0 print:p-0">
        <p className="text-center text-h1 font-semibold">{title}</p>
        <p className="mt-1 mb-3 text-center text-table">
          {about}。名单以外的人不交接，先打家长电话
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
            {page.map((line, row) => (
              <tr key={line.bookingId} className="break-inside-avoid">
                <td className={cell}>{at * perPage + row + 1}</td>
                <td className={`${cell} whitespace-nowrap`}>
                  <b>{line.child}</b>
                </td>
                <td className={`${cell} w-[38%]`}>
                  {line.fetchers
                    ? line.fetchers.join('、') || '没有登记，先打家长电话'
                    : '（写明用途后显示）'}
                </td>
                <td className={`${cell} w-[6%]`} />
                <td className={`${cell} w-[18%]`} />
                <td className={`${cell} w-[10%]`} />
                <td className={`${cell} w-[10%]`}>{line.away && '当天请假'}</td>
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
