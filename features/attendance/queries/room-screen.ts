import 'server-only';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { read } from '@/lib/transaction';
import { findCheckInPoint } from './check-in-point';
import { countPresent } from './counts';
import { posterPath, roomCode } from './room-code';

/** What the room's screen shows now, for an officer who keeps this door; else NotFound. */
export async function getRoomScreen(ctx: Ctx, sessionId: string) {
  return read(ctx, async (tx) => {
    const door = await findCheckInPoint(tx, sessionId);
    const counts = await countPresent(tx, sessionId, todayOn(tx.now));
    return { door, ...roomCode(sessionId, tx.now), ...counts, poster: posterPath(door) };
  });
}
