import type { Allocation } from '@/db/schema/enums';
import { type BookingStatus, bookingStatusLabels } from '@/features/bookings/rules/booking';
import { bookableState, type OfferingTimes, type Seats } from '@/features/offerings/rules/offering';
import { formatDateTime } from '@/lib/dates';

export interface CardFacts extends OfferingTimes, Seats {
  readonly waitlistMax: number | undefined;
  readonly freeSessions: number;
  readonly allocation: Allocation;
  readonly entered: number;
  readonly mine: BookingStatus | null;
}

export interface CardState {
  /** Beside the title, when it says more than the seats do. */
  readonly tag: { tone: 'success' | 'info' | 'warning' | 'neutral'; label: string } | null;
  /** Right of the seats, or alone while not open: 立即预约, 11月25日（周三）10:00 开放. */
  readonly note: string;
  readonly showsSeats: boolean;
  readonly seats: Seats;
}

const mineTone = {
  offered: 'warning',
  booked: 'success',
  entered: 'info',
  pending: 'info',
  sent_back: 'warning',
  waitlisted: 'neutral',
} as const;

/**
 * What a card of the list says. Over several sessions a free place in any of them counts as free,
 * and only when none is left do the places read as full.
 */
export function cardState(card: CardFacts, now: Date): CardState {
  const { capacity, waiting } = card;
  const taken = card.freeSessions > 0 ? Math.min(card.taken, capacity - 1) : capacity;
  const seats = { capacity, taken, waiting: card.freeSessions > 0 ? 0 : waiting };
  const { state, label } = bookableState(card, seats, now);
  const mine = card.mine as keyof typeof mineTone | null;
  if (mine) {
    const tag = { tone: mineTone[mine], label: bookingStatusLabels[mine] };
    return { tag, note: '', showsSeats: state !== 'not_open', seats };
  }
  if (state === 'not_open' && card.bookingOpensAt) {
    const note = `${formatDateTime(card.bookingOpensAt, now)} 开放`;
    return { tag: { tone: 'neutral', label: '未开始' }, note, showsSeats: false, seats };
  }
  if (state === 'closed' || state === 'finished' || state === 'cancelled') {
    return { tag: { tone: 'neutral', label }, note: '', showsSeats: true, seats };
  }
  // Nobody has a place before the draw: what is left would be untrue.
  if (card.allocation === 'draw' || card.allocation === 'priority') {
    const note = `${capacity} 个名额，${card.entered} 人报名，抽签`;
    return { tag: null, note, showsSeats: false, seats };
  }
  const named = card.allocation === 'unit' ? '由单位报名' : label;
  return { tag: null, note: state === 'full' ? '' : named, showsSeats: true, seats };
}
