import 'server-only';
import { authorize } from '@/lib/access';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { isOwnApplication } from '../policy';
import { isComplete } from '../rules/questions';
import type { ResubmitInput } from '../schema/joining';
import { lockOwnApplication } from '../steps/open-application';
import { type Placed, placeOnDesk } from '../steps/place-on-desk';

type Reason = 'already_submitted' | 'changed' | 'not_corrected' | 'incomplete';

/**
 * Sends a corrected application back to the union, once every field it asked about was gone through.
 * The time to answer starts again.
 * Refuses `already_submitted` unless it was sent back; `changed` when it is newer than the page;
 * `not_corrected` while a field asked about is untouched; `incomplete` while an answer is missing.
 * @unaudited placeOnDesk writes it
 */
export async function resubmitApplication(
  ctx: Ctx,
  input: ResubmitInput,
): Promise<Result<Placed, Reason>> {
  return transaction(ctx, async (tx): Promise<Result<Placed, Reason>> => {
    authorize(tx.actor.kind === 'account');
    const application = await lockOwnApplication(tx, tx.actor.accountId, input.applicationId);
    authorize(isOwnApplication(tx.actor, application.accountId));
    if (application.status !== 'sent_back') return refuse('already_submitted');
    if (application.version !== input.version) return refuse('changed');
    if (application.sentBackFields.length > 0) return refuse('not_corrected');
    if (!isComplete(application) || application.idIndex === null) return refuse('incomplete');
    return ok(await placeOnDesk(tx, application));
  });
}
