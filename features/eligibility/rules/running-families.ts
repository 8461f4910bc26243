import { todayOn } from '@/lib/dates';
import type { Facts } from './facts';

interface RunningFamilies {
  /** The facts with what those before of the same family were given already. */
  readonly after: (facts: Facts) => Facts;
  readonly take: (attendeeId: string) => void;
}

/**
 * 每家每年 among people who are judged together, before any of them holds a place: the lines of a list,
 * the winners of a draw in drawn order.
 */
export function runningFamilies(): RunningFamilies {
  const given = new Set<string>();
  return {
    after: (facts) => {
      const { familyYear, session } = facts;
      if (!familyYear || !session) return facts;
      const year = Number(todayOn(session.startsAt).slice(0, 4));
      const more = familyYear.ids
        .filter((id) => given.has(id))
        .map((id) => ({ bookingId: id, sessionId: session.id, own: false, year }));
      return { ...facts, familyYear: { ...familyYear, places: [...familyYear.places, ...more] } };
    },
    take: (attendeeId) => given.add(attendeeId),
  };
}
