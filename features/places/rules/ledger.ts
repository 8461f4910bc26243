import type { BookingStatus } from '@/features/bookings/rules/booking';
import { formatDateTime } from '@/lib/dates';
import { type CarveOut, reservedBy } from './availability';
import { deadlineWords } from './deadline';
import type { Places } from './places';

/** Bookings of one session by status, overrides left out. */
export type BookingCounts = Readonly<Partial<Record<BookingStatus, number>>>;

export interface LedgerRow {
  /** A booking status, `carve_out:<id>`, or `free`. */
  readonly key: string;
  readonly label: string;
  readonly count: number;
  readonly fill: 'taken' | 'offered' | 'reserved' | 'free';
}

export interface PlacesLedger {
  /** Every place once: their counts add up to the capacity. */
  readonly rows: readonly LedgerRow[];
  readonly capacity: number;
  /** Above capacity, and so in no row. */
  readonly overridden: number;
}

interface LedgerFacts {
  readonly places: Pick<Places, 'capacity' | 'overridden'>;
  readonly counts: BookingCounts;
  /** When the first of the offers ends. */
  readonly firstOfferEnds: Date | null;
  readonly carveOuts: readonly (CarveOut & { label: string; returnsAt: Date | null })[];
}

const statusLines = [
  ['booked', '已预约', 'taken'],
  ['attended', '已签到', 'taken'],
  ['absent', '缺席', 'taken'],
  ['pending', '待审核，名额留着', 'offered'],
  ['sent_back', '需补正，名额留着', 'offered'],
] as const;

function keptLabel(label: string, returnsAt: Date | null, now: Date): string {
  return `${label}预留，${returnsAt ? `${deadlineWords(returnsAt, now)} 放出` : '不放出'}`;
}

/**
 * N 个名额使用情况 (domain.md §3.5): taken by status, held by offers until …, kept for groups, free. Each
 * place stands in exactly one row, so the rows always add up to the capacity; overrides stand apart.
 */
export function ledgerOf(facts: LedgerFacts, now: Date): PlacesLedger {
  const { places, counts, carveOuts, firstOfferEnds } = facts;
  const rows: LedgerRow[] = [];
  for (const [key, label, fill] of statusLines) {
    const count = counts[key] ?? 0;
    if (count > 0 || key === 'booked') rows.push({ key, label, count, fill });
  }
  const offered = counts.offered ?? 0;
  if (offered > 0) {
    const ends = firstOfferEnds
      ? `，${offered > 1 ? '最早' : ''}${deadlineWords(firstOfferEnds, now)} 到期`
      : '';
    rows.push({ key: 'offered', label: `给候补留着${ends}`, count: offered, fill: 'offered' });
  }
  for (const c of carveOuts) {
    const label = keptLabel(c.label, c.returnsAt, now);
    if (reservedBy(c) > 0)
      rows.push({ key: `carve_out:${c.id}`, label, count: reservedBy(c), fill: 'reserved' });
  }
  const used = rows.reduce((sum, row) => sum + row.count, 0);
  rows.push({ key: 'free', label: '现在能报', count: places.capacity - used, fill: 'free' });
  return { rows, capacity: places.capacity, overridden: places.overridden };
}

/** Several sessions side by side become one, where the officer looks at the whole offering. */
export function sumLedgers(ledgers: readonly PlacesLedger[]): PlacesLedger {
  const rows = new Map<string, LedgerRow>();
  for (const row of ledgers.flatMap((l) => l.rows)) {
    const label = row.key === 'offered' ? '给候补留着' : row.label;
    const before = rows.get(row.key);
    rows.set(row.key, { ...row, label, count: row.count + (before?.count ?? 0) });
  }
  const free = rows.get('free');
  rows.delete('free');
  return {
    rows: [...rows.values(), ...(free ? [free] : [])],
    capacity: ledgers.reduce((sum, l) => sum + l.capacity, 0),
    overridden: ledgers.reduce((sum, l) => sum + l.overridden, 0),
  };
}

/** 6月20日（周六）10:00, in full, for the why-panel. */
export const releaseWords = (returnsAt: Date | null, now: Date): string =>
  returnsAt ? `${formatDateTime(returnsAt, now)}放出` : '由组织单位放出';
