const WINDOW_MS = 30_000;
const GRACE_MS = 20_000;
const SEEN_MS = 15 * 60_000;
const DAY_MS = 86_400_000;

/** The screen's code changes every half minute, so that a picture sent to a friend is soon worthless. */
export function roomWindow(now: Date): { expiresAt: Date; secondsLeft: number } {
  const end = (Math.floor(now.getTime() / WINDOW_MS) + 1) * WINDOW_MS;
  return {
    expiresAt: new Date(end + GRACE_MS),
    secondsLeft: Math.ceil((end - now.getTime()) / 1000),
  };
}

/** A poster on the wall holds until its session is over; it counts only inside the time window. */
export const posterUntil = (session: { endsAt: Date }): Date =>
  new Date(session.endsAt.getTime() + DAY_MS);

/** Whoever scanned in time may still sign in by SMS first: a quarter of an hour, on that phone only. */
export const seenUntil = (now: Date): Date => new Date(now.getTime() + SEEN_MS);

export type RoomWay = 'room_code' | 'poster';

/** What the phone keeps of a scan between scanning and 签到. */
export interface SeenRoom {
  readonly sessionId: string;
  readonly way: RoomWay;
  /** The start of the browser's own mark. */
  readonly browser: string;
}

const ways: Record<string, RoomWay> = { r: 'room_code', p: 'poster' };

/** As the subject of a signed link, and back; null for what nobody of ours wrote. */
export const seenText = ({ sessionId, way, browser }: SeenRoom): string =>
  `${sessionId}|${way === 'poster' ? 'p' : 'r'}|${browser.slice(0, 16)}`;

/** The reverse of `seenText`. Null for a subject of any other shape. */
export function parseSeen(subject: string): SeenRoom | null {
  const [sessionId, letter, browser] = subject.split('|');
  const way = ways[letter ?? ''];
  return sessionId && way && browser !== undefined ? { sessionId, way, browser } : null;
}
