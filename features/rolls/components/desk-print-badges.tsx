import { PaperFrame } from '@/components/ui/print-sheet';
import { gradeLabel } from '@/features/family/rules/grade';
import { paperPages } from '../rules/paper-pages';
import type { DayRollSheet } from './desk-print-roll';

// Two by four on A4 upright, the size of the usual sleeve (90 × 54 mm) with its edge to cut along.
const perPage = 8;

/** 胸卡 on A4, to cut out: name, class and organiser; no number of any kind (未成年人网络保护条例 36). */
export function BadgeSheets({ offering, group, organiser, isChild, lines }: DayRollSheet) {
  const pages = paperPages(lines, perPage);
  return pages.map((page, at) => (
    <PaperFrame key={page[0]?.bookingId ?? at} label={`胸卡第 ${at + 1} 页`}>
      <section className="print-poster mb-8 max-w-[210mm] min-w-[640px] border border-line bg-surface p-6 print:mb-0 print:min-w-0 print:border-0 print:p-0">
        {at === 0 && <h1 className="visually-hidden">{offering}胸卡</h1>}
        <ul className="grid grid-cols-2">
          {page.map((one) => (
            <li
              key={one.bookingId}
              className="flex h-[58mm] flex-col items-center justify-between break-inside-avoid border border-dashed border-ink p-3 text-center"
            >
              <span className="text-table">{offering}</span>
              <b
                className={
                  one.attendee.length > 6
                    ? 'text-h1 break-all'
                    : 'text-[28pt] leading-tight tracking-widest'
                }
              >
                {one.attendee}
              </b>
              <span>
                {group}
                {isChild && one.grade !== null && `，${gradeLabel(one.grade)}`}
              </span>
              <span className="text-meta">{organiser}</span>
            </li>
          ))}
        </ul>
        {lines.length === 0 && <p className="text-center">还没有人预约</p>}
        <p className="mt-2 text-right text-meta">
          第 {at + 1} 页，共 {pages.length} 页
        </p>
      </section>
    </PaperFrame>
  ));
}
