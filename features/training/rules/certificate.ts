import { formatFullDay } from '@/lib/dates';

/** The number of a certificate, from the year and the running number in it: JY2026-00018. */
export const certificateNumber = (year: string, running: number): string =>
  `JY${year}-${String(running).padStart(5, '0')}`;

/** The series that the number runs in, for `nextNumber`. */
export const certificateSeries = (year: string): string => `JY-${year}`;

export type IssueRefusal = 'no_certificate' | 'not_over' | 'no_roll' | 'unprintable';

/**
 * Whether a session's certificates may be issued: the course gives one (结业证), its last meeting is
 * over, and a roll was kept, because attendance decides. Null when they may.
 * Source: domain.md §3.3.
 */
export function refuseIssue(
  session: { endsAt: Date; cancelledAt: Date | null },
  certificate: string,
  heldMeetings: number,
  now: Date,
): IssueRefusal | null {
  if (certificate !== 'completion' || session.cancelledAt) return 'no_certificate';
  if (now < session.endsAt) return 'not_over';
  return heldMeetings === 0 ? 'no_roll' : null;
}

export interface CertificateText {
  readonly number: string;
  readonly holder: string;
  readonly documentMasked: string;
  readonly course: string;
  readonly issuer: string;
  readonly hours: number | null;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly issuedOn: string;
}

/** The sentence that a certificate says of its holder. */
export function certificateSentence(c: CertificateText): string {
  const days =
    c.startsOn === c.endsOn
      ? `于${formatFullDay(c.startsOn)}`
      : `于${formatFullDay(c.startsOn)}至${formatFullDay(c.endsOn)}`;
  const hours = c.hours === null ? '' : `，共 ${c.hours} 课时`;
  return `${days}参加“${c.course}”${hours}，出勤达到要求，准予结业。`;
}
