import { formatDateTime } from '@/lib/dates';
import type { Availability } from './availability';
import { resizeReserved } from './availability';
import type { Places } from './places';

/**
 * How long a place may be reserved: it flows back by itself, so there is always an end, an instant before the
 * session begins. Source: domain.md §3.5.
 * @returns the words for the field; null when the end will do
 */
export function refuseReservation(
  until: Date | null,
  session: { readonly startsAt: Date },
  now: Date,
): string | null {
  if (!until) return '请填留到什么时候，到时没用就放出';
  if (until <= now) return '这个时间已过，请选以后的时间';
  if (until <= session.startsAt) return null;
  return `场次${formatDateTime(session.startsAt, now)}开始，请选在这之前`;
}

/**
 * So many open places are set aside; refused with the number that would do. Source: domain.md §3.5.
 * @returns the capacity row afterwards, or the words for the field
 */
export function reserveOpen(stock: Availability, places: number): Places | { words: string } {
  const resized = resizeReserved(stock, { capacity: 0, taken: 0 }, places);
  if (resized.ok) return resized.places;
  if (resized.most > 0)
    return { words: `空着的只有 ${resized.most} 个，最多留 ${resized.most} 个` };
  const { capacity, waiting } = stock.places;
  const queue = waiting > 0 ? `，还有 ${waiting} 人候补` : '';
  return { words: `${capacity} 个名额已满${queue}，留不了。可以先加名额` };
}
