import 'server-only';
import { signLink, verifyLink } from '@/lib/crypto/signed-link';
import type { Ctx } from '@/lib/ctx';
import {
  parseSeen,
  posterUntil,
  type RoomWay,
  roomWindow,
  type SeenRoom,
  seenText,
  seenUntil,
} from '../rules/room-code';

const ROOM = 'room';
const POSTER = 'room-poster';
const SEEN = 'room-seen';

/** The path that the room's screen shows now, and for how many seconds. */
export function roomCode(sessionId: string, now: Date): { path: string; secondsLeft: number } {
  const { expiresAt, secondsLeft } = roomWindow(now);
  return { path: `/r/${signLink(ROOM, sessionId, expiresAt)}`, secondsLeft };
}

/** The path that the printed poster of a session carries, signed; good until the session is over. */
export const posterPath = (session: { id: string; endsAt: Date }): string =>
  `/r/${signLink(POSTER, session.id, posterUntil(session))}`;

export type ReadRoom =
  | { readonly ok: true; readonly room: SeenRoom; readonly ticket: string }
  | { readonly ok: false; readonly reason: 'expired' | 'forged' | 'other_phone' };

const markOf = (ctx: Ctx) => (ctx.client?.browser ?? '').slice(0, 16);

const ticketOf = (ctx: Ctx, sessionId: string, way: RoomWay) => {
  const room = { sessionId, way, browser: markOf(ctx) };
  return { ok: true, room, ticket: signLink(SEEN, seenText(room), seenUntil(ctx.now)) } as const;
};

/**
 * Reads what a phone scanned: the screen's code of this half minute, a poster, or the ticket that an
 * earlier scan left on this very phone. The ticket of another phone is refused: being in the room is
 * the point.
 */
export function readRoom(ctx: Ctx, token: string): ReadRoom {
  let reason: 'expired' | 'forged' = 'forged';
  for (const [purpose, way] of [
    [ROOM, 'room_code'],
    [POSTER, 'poster'],
  ] as const) {
    const link = verifyLink(purpose, token, ctx.now);
    if (link.ok) return ticketOf(ctx, link.subject, way);
    if (link.reason === 'expired') reason = 'expired';
  }
  const seen = verifyLink(SEEN, token, ctx.now);
  if (!seen.ok) return { ok: false, reason: seen.reason === 'expired' ? 'expired' : reason };
  const room = parseSeen(seen.subject);
  if (!room) return { ok: false, reason: 'forged' };
  if (room.browser !== markOf(ctx)) return { ok: false, reason: 'other_phone' };
  return { ok: true, room, ticket: token };
}
