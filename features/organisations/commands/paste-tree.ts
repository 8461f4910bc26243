import 'server-only';
import { authorize } from '@/lib/access';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { canManageOrganisations } from '../policy';
import { readTreeBeside } from '../queries/tree-there';
import { countPasted } from '../rules/pasted';
import type { PasteInput } from '../schema/paste';
import { insertOrganisation } from '../steps/insert-organisation';
import { lockTree } from '../steps/place';
import { takenNumber } from './create-organisation';
import { reviewMark, shownLines } from './look-through-paste';

/**
 * Founds a whole tree out of a pasted list that was looked through: all of it or nothing, and only what was seen.
 * Each organisation gets its QR code and its line in the ledger.
 * Refuses `changed` when the list, or the tree beside it, is no longer what was looked through; `wrong_lines` while a
 * line has an error; `nothing_new` where all is there; `uscc_taken`, `area_taken` when somebody else was quicker.
 * @audited-by insertOrganisation
 */
export async function pasteTree(
  ctx: Ctx,
  { pasted, sure }: PasteInput,
): Promise<
  Result<{ made: number }, 'changed' | 'wrong_lines' | 'nothing_new' | 'uscc_taken' | 'area_taken'>
> {
  try {
    return await transaction(ctx, async (tx) => {
      authorize(canManageOrganisations.anywhere(tx.actor));
      await lockTree(tx);
      const { lines, plan, towns } = await readTreeBeside(tx, pasted);
      if (reviewMark(pasted, shownLines(lines)) !== sure) return refuse('changed');
      if (countPasted(lines).wrong > 0) return refuse('wrong_lines');
      if (plan.length === 0) return refuse('nothing_new');
      const liesIn = new Map(towns);
      const ids = new Map<number, string>();
      for (const { at, line, kind, below } of plan) {
        const parentId = 'id' in below ? below.id : (ids.get(below.at) ?? '');
        const { name, areaCode, uscc } = line;
        const town = liesIn.get(parentId) ?? null;
        const made = await insertOrganisation(tx, { parentId, kind, name, areaCode, uscc }, town);
        ids.set(at, made.id);
        liesIn.set(made.id, made.townId);
      }
      return ok({ made: plan.length });
    });
  } catch (error) {
    return refuse(takenNumber(error));
  }
}
