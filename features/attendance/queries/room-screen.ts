import 'server-only';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { read } from '@/lib/transaction';
import { countPresent } from './counts';
import { doorOf } from './door';
import { posterPath, roomCode } from './room-code';

/** What the room's screen shows now, for an officer who keeps this door; else NotFound. */
export async function getRoomScreen(ctx: Ctx, sessionId: string) {
  return read(ctx, async (tx) => {
    const door = await doorOf(tx, sessionId);
    const counts = await countPresent(tx, sessionId, todayOn(tx.now));
    return { door, ...roomCode(sessionId, tx.now), ...counts, poster: posterPath(door) };
  });
}
