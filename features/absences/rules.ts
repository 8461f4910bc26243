export type ExcuseStatus = 'waiting' | 'accepted' | 'refused' | 'excused';

/** What the person and the officer read. */
export const excuseLabels: Record<ExcuseStatus, string> = {
  waiting: '申诉待答复',
  accepted: '申诉成立，不计爽约',
  refused: '申诉不成立',
  excused: '已豁免，不计爽约',
};

export type AppealRefusal = 'not_absent' | 'already_appealed' | 'already_excused';

/**
 * Whether an absence may be appealed against: once for each, and only while it counts.
 * @returns null when allowed
 */
export function refuseAppeal(booking: {
  status: string;
  excuse: ExcuseStatus | null;
}): AppealRefusal | null {
  if (booking.excuse === 'excused' || booking.excuse === 'accepted') return 'already_excused';
  if (booking.excuse) return 'already_appealed';
  return booking.status === 'absent' ? null : 'not_absent';
}
