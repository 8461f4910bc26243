import 'server-only';
import { authorize } from '@/lib/access';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { canManageEmployers } from '../policy';
import { readEmployersBeside } from '../queries/employers-there';
import { countPasted } from '../rules/pasted';
import type { PasteInput } from '../schema/paste';
import { insertEmployer } from '../steps/insert-employer';
import { lockTree } from '../steps/place';
import { reviewMark, shownLines } from './look-through-paste';
import { authorizeAt, takenCode } from './save-employer';

/**
 * Enters employers out of a pasted list that was looked through: all of them or nothing, and only what was seen. A
 * town's officer enters those of the own town. Throws Forbidden for a line that names no place of the actor's.
 * Refuses `changed` when the list, or what is entered beside it, is no longer what was looked through; `wrong_lines`
 * while a line has an error; `nothing_new` where all is there; `uscc_taken` when somebody else was quicker.
 * @audited-by insertEmployer
 */
export async function pasteEmployers(
  ctx: Ctx,
  { pasted, sure }: PasteInput,
): Promise<Result<{ made: number }, 'changed' | 'wrong_lines' | 'nothing_new' | 'uscc_taken'>> {
  try {
    return await transaction(ctx, async (tx) => {
      authorize(canManageEmployers.anywhere(tx.actor));
      // Two lists at once must not enter one firm twice: a name is no key.
      await lockTree(tx);
      const lines = await readEmployersBeside(tx, pasted);
      if (reviewMark(pasted, shownLines(lines)) !== sure) return refuse('changed');
      const counts = countPasted(lines);
      if (counts.wrong > 0) return refuse('wrong_lines');
      if (counts.new === 0) return refuse('nothing_new');
      for (const line of lines) {
        if (line.outcome !== 'new') continue;
        const { name, uscc, townId, unionId, staffCount } = line;
        await authorizeAt(tx, { townId, unionId });
        const facts = { uscc, townId, unionId, staffCount, industry: null, address: null };
        await insertEmployer(tx, { name, ...facts });
      }
      return ok({ made: counts.new });
    });
  } catch (error) {
    return takenCode(error);
  }
}
