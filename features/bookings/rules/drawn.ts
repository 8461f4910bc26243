/** What the draw makes of the booking of a drawn number. */
export interface DrawnEntry {
  /** 报名号 within the session. */
  readonly no: number;
  readonly rank: number;
  readonly status: 'booked' | 'pending' | 'waitlisted' | 'not_drawn' | 'refused';
  readonly carveOutId: string | null;
  readonly queueNo: number | null;
  /** Why a winner does not get the place. */
  readonly ineligible: string | null;
}
