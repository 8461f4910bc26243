import 'server-only';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { pausePoint } from '@/lib/pause-point';
import { type LockedAvailability, lockAvailability } from './lock-places';

/**
 * Both capacity rows of a move in order of session id, as everywhere: two moves in opposite directions
 * cannot deadlock. Throws NotFound when one of them is not there.
 * @returns the session that is `left`, and the one whose place is `taken`
 */
export async function lockBothSessions(
  tx: Ctx,
  from: string,
  to: string,
): Promise<{ left: LockedAvailability; taken: LockedAvailability }> {
  const locked = new Map<string, LockedAvailability>();
  for (const id of [from, to].sort()) {
    const stock = await lockAvailability(tx, id);
    if (!stock) throw new NotFound('session');
    locked.set(id, stock);
    await pausePoint('both-sessions:locked');
  }
  const [left, taken] = [locked.get(from), locked.get(to)];
  if (!left || !taken) throw new NotFound('session');
  return { left, taken };
}
