import type { BookingStatus } from './booking';

/** A row in whole, as 查看 shows it. */
export interface Revealed {
  readonly attendee: string;
  readonly guardian: string | null;
  readonly phone: string;
}

/** One line of a roll: whole numbers when `full`, masked otherwise. */
export interface RollLine {
  readonly bookingId: string;
  readonly number: string;
  readonly attendee: string;
  readonly grade: number | null;
  /** The guardian of a child; null when the attendee is the member. */
  readonly guardian: string | null;
  readonly phone: string;
  readonly document: string;
  readonly union: string;
  readonly status: BookingStatus;
  readonly bookedAt: Date;
}
