export interface SeatNumbers {
  capacity: number;
  taken: number;
  /** How many wait. */
  waiting?: number;
}

export type SeatState = 'free' | 'low' | 'full';

/** Low is a tenth of the places or three, whichever is more; full is none. */
export function seatState({ capacity, taken }: SeatNumbers): SeatState {
  const left = capacity - taken;
  if (left <= 0) return 'full';
  return left <= Math.max(3, Math.floor(capacity / 10)) ? 'low' : 'free';
}

/** 剩 6 / 30, or 已满 and how many wait. */
export function seatWords(seats: SeatNumbers): { strong: string; rest: string; waiting: string } {
  const left = Math.max(0, seats.capacity - seats.taken);
  const waiting = seats.waiting ? `候补 ${seats.waiting} 人` : '';
  if (seatState(seats) === 'full')
    return { strong: '已满', rest: `，共 ${seats.capacity} 个名额`, waiting };
  return { strong: `剩 ${left}`, rest: ` / ${seats.capacity}`, waiting: '' };
}
