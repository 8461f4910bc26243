import { clash, type Timed } from './meetings';
import { sessionWhen } from './times';

/** A session that stands in a venue, as far as the officer who asks may know it. */
export interface VenueUse {
  readonly sessionId: string;
  readonly venueId: string;
  readonly venue: string;
  /** Floor and room in it; empty is all of it. */
  readonly room: string;
  readonly times: Timed;
  readonly organiser: string;
  /** Null for another union's draft, or what only its own people see. */
  readonly title: string | null;
}

type Asked = Pick<VenueUse, 'venueId' | 'room' | 'times'> & { readonly id: string | null };

/** Two rooms that are both named and are not the same; where one is not named, it is all of the venue. */
const apart = (a: string, b: string): boolean => a !== '' && b !== '' && a !== b;

/**
 * Those of `uses` that share a moment and a room with a session, in the order given; the session itself is
 * none.
 */
export const usesAtThatTime = (session: Asked, uses: readonly VenueUse[]): VenueUse[] =>
  uses.filter(
    (use) =>
      use.venueId === session.venueId &&
      use.sessionId !== session.id &&
      !apart(use.room, session.room) &&
      clash(use.times, session.times),
  );

/**
 * “工人文化宫”这段时间已有：插花课（江南街道总工会，12月8日（周一）14:00–17:00）; how many more there are. Empty
 * for no use.
 */
export function venueUsedWords(uses: readonly VenueUse[], now: Date): string {
  const [first] = uses;
  if (!first) return '';
  const what = first.title ?? '其他安排';
  const more = uses.length > 1 ? `等 ${uses.length} 场` : '';
  const when = sessionWhen(first.times, now);
  return `“${first.venue}”这段时间已有：${what}（${first.organiser}，${when}）${more}`;
}
