import 'server-only';
import { asSystem, type Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { read, within } from '@/lib/transaction';
import { countPresent } from './counts';
import { doorOf } from './door';
import { posterPath, roomCode } from './room-code';

/** What the room's screen shows now, for an officer who keeps this door; else NotFound. */
export async function getRoomScreen(ctx: Ctx, sessionId: string) {
  return read(ctx, async (tx) => {
    const door = await doorOf(tx, sessionId);
    const counts = await within(tx, asSystem(tx), (house) =>
      countPresent(house, sessionId, todayOn(house.now)),
    );
    return { door, ...roomCode(sessionId, tx.now), ...counts, poster: posterPath(door) };
  });
}
