import 'server-only';
import { system } from '@/lib/actor';
import { type Ctx, makeCtx } from '@/lib/ctx';
import { transaction } from '@/lib/transaction';
import { bookWorks } from '../steps/book-works';

/**
 * Writes 入会 into the append-only 会籍变化 log for new members of imports that can no longer be taken back, each
 * once, on the day the book names, so that a period counts those who joined in it. For every import that is due,
 * whatever a stopped worker missed.
 * @open the system itself, on its clock
 * @unaudited the writing stands in the audit; these lines follow from it
 * @returns how many lines were written
 */
export async function recordImported(ctx: Ctx = makeCtx(system())): Promise<number> {
  let done = 0;
  for (const { afterUndo } of Object.values(bookWorks))
    for (let part = -1; afterUndo && part !== 0; done += part)
      part = await transaction(ctx, afterUndo);
  return done;
}
