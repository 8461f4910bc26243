import { bookingStatusLabels } from '@/features/bookings/rules/booking';
import type { RollLine } from '@/features/bookings/rules/booking-line';
import { gradeLabel } from '@/features/family/rules/grade';
import type { Kind } from '@/features/offerings/schema/offering';
import { formatDateTime } from '@/lib/dates';
import type { SheetColumn } from '@/lib/documents/spreadsheet';

/** One more column, its words by booking. */
export interface AddedColumn {
  readonly header: string;
  readonly byBooking: ReadonlyMap<string, string>;
}

interface RollSheet {
  readonly kind: Kind;
  readonly now: Date;
  /** Who exported, when, under which number and why: last line of the sheet (P07). */
  readonly watermark: string;
  readonly more?: readonly AddedColumn[];
}

type SheetLine = RollLine | { readonly watermark: string };

const isLine = (line: SheetLine): line is RollLine => 'number' in line;
type Column = SheetColumn<SheetLine>;

const column = (
  header: string,
  width: number,
  value: (line: RollLine) => string | number | null,
): Column => ({ header, width, value: (line) => (isLine(line) ? value(line) : null) });

/**
 * The roll as a sheet: the child and its grade for 托管班; no union for screenings, since a
 * participant's unit must not be worked out of the list (domain.md §3.1). Ends with the watermark.
 */
export function rollSheet(
  lines: readonly RollLine[],
  { kind, now, watermark, more = [] }: RollSheet,
): { columns: Column[]; rows: SheetLine[] } {
  const isChild = kind === 'childcare';
  const columns = [
    column(isChild ? '孩子' : '姓名', 14, (l) => l.attendee),
    isChild && column('秋季年级', 12, (l) => (l.grade === null ? null : gradeLabel(l.grade))),
    isChild && column('家长', 14, (l) => l.guardian),
    column('手机', 18, (l) => l.phone),
    column(isChild ? '孩子证件号码' : '证件号码', 24, (l) => l.document),
    kind !== 'screening' && column('所属工会', 28, (l) => l.union),
    column('状态', 12, (l) => bookingStatusLabels[l.status]),
    column('报名时间', 24, (l) => formatDateTime(l.bookedAt, now)),
    ...more.map((m) => column(m.header, 24, (l) => m.byBooking.get(l.bookingId) ?? null)),
  ].filter((c): c is Column => c !== false);
  const first: Column = {
    header: '预约号',
    width: 22,
    value: (line) => (isLine(line) ? line.number : line.watermark),
  };
  return { columns: [first, ...columns], rows: [...lines, { watermark }] };
}
