import type { Facts, OtherBooking, Rule } from './facts';

/** The condition in words, from percent and terms: 上期出勤满 70%，不满停报 1 期. */
export const attendanceCondition = (min: number, terms: number): string =>
  `上期出勤满 ${min}%，不满停报 ${terms} 期`;

const keyOf = (b: { term: string | null; offeringId?: string; sessionId: string }) =>
  b.term ?? b.offeringId ?? b.sessionId;

/** Meetings attended of meetings held; a booking without a roll by its outcome. Null: it tells nothing. */
function rateOf(b: OtherBooking): { present: number; held: number } | null {
  if (b.excused) return null;
  if (b.held) return { present: b.present ?? 0, held: b.held };
  if (b.status === 'attended') return { present: 1, held: 1 };
  return b.status === 'absent' ? { present: 0, held: 1 } : null;
}

/** Terms that began after this booking's and before the session asked for; that one's own not counted. */
function termsSince(b: OtherBooking, { terms, offering, session, now }: Facts): number {
  const until = session?.startsAt ?? now;
  const own = keyOf({ ...offering, offeringId: offering.id, sessionId: '' });
  const later = (terms ?? []).filter(
    (t) => t.startsAt > b.startsAt && t.startsAt < until && t.key !== own && t.key !== keyOf(b),
  );
  return new Set(later.map((t) => t.key)).size;
}

/**
 * 出勤不满的停下一期 (麻章 2025: below 70 % loses the next term). Compared in whole numbers, so 7 of 10
 * is 70 %; terms are counted as they were held, not by the calendar. Null where nothing is asked.
 * Source: domain.md §3.4.
 */
export const attendance: Rule = (facts) => {
  const { offering, others, attendee, session, now } = facts;
  const { attendanceMin: min, attendanceTerms: bars = 1, attendanceOf } = offering.rules;
  if (min === undefined) return null;
  const reason = attendanceCondition(min, bars);
  const own = keyOf({ ...offering, offeringId: offering.id, sessionId: '' });
  for (const b of others) {
    const same =
      attendanceOf === 'kind' ? b.kind === offering.kind : b.lineageId === offering.lineageId;
    if (!same || keyOf(b) === own || b.startsAt >= (session?.startsAt ?? now)) continue;
    const rate = rateOf(b);
    if (!rate || rate.present * 100 >= min * rate.held) continue;
    const left = bars - termsSince(b, facts);
    if (left <= 0) continue;
    const percent = Math.floor((rate.present * 100) / rate.held);
    return {
      rule: 'attendance',
      outcome: 'fail',
      reason,
      note: `${attendee.isChild ? attendee.name : '您'}在《${b.title}》出勤 ${rate.present}/${rate.held}（${percent}%）`,
      fix: {
        text: `再过 ${left} 期可以报；记录有误，请在那次预约里申诉`,
        href: `/me/bookings/${b.bookingId}`,
      },
    };
  }
  return { rule: 'attendance', outcome: 'pass', reason };
};
