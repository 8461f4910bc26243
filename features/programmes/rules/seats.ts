import type { BookingStatus } from './booking';

export type Counts = Readonly<Partial<Record<BookingStatus, number>>>;

export interface SeatLine {
  readonly key: 'booked' | 'pending' | 'sent_back' | 'attended' | 'absent' | 'free';
  readonly label: string;
  readonly seats: number;
}

const lines = [
  ['booked', '已预约'],
  ['pending', '待审核，名额留着'],
  ['sent_back', '需补正，名额留着'],
  ['attended', '已签到'],
  ['absent', '缺席'],
] as const;

/**
 * N 个名额在哪里: every place of a session, once, so that the lines add up to the capacity. What is
 * free while people wait is about to be passed on or the session has begun, so it is not 能报.
 */
export function seatLedger(capacity: number, counts: Counts): SeatLine[] {
  const held = lines.map(([key, label]): SeatLine => ({ key, label, seats: counts[key] ?? 0 }));
  const taken = held.reduce((sum, line) => sum + line.seats, 0);
  return [
    ...held.filter((line) => line.seats > 0 || line.key === 'booked'),
    { key: 'free', label: '还空着', seats: Math.max(0, capacity - taken) },
  ];
}
