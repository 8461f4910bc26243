import 'server-only';
import { eq } from 'drizzle-orm';
import { membershipApplications as applications } from '@/db/schema/membership';
import { recordConsent } from '@/features/identity/steps/record-consent';
import { authorize } from '@/lib/access';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { isOwnApplication } from '../policy';
import { isComplete } from '../rules/questions';
import { idConsent, pledge } from '../rules/texts';
import { canMove } from '../rules/transitions';
import type { SubmitInput } from '../schema/joining';
import { lockOpenApplication } from '../steps/open-application';
import { type Placed, placeOnDesk } from '../steps/place-on-desk';

type Reason = 'nothing_to_submit' | 'already_submitted' | 'changed' | 'incomplete';

/**
 * Submits the worker's draft to the union (domain.md §1.4): what was on the check page is what is
 * attested to, hence the version; pledge and the separate consent for the document number are kept
 * with the words they were given to (PIPL 29). Whether the document is known elsewhere is for the desk to
 * see: here it makes no difference.
 * Refuses `nothing_to_submit` without an application; `already_submitted` when it is no draft;
 * `changed` when it is newer than the check page; `incomplete` while an answer is missing.
 * @unaudited placeOnDesk writes it, for the counter too
 * @returns the receipt: number and the last day to answer, `YYYY-MM-DD`
 */
export async function submitApplication(
  ctx: Ctx,
  input: SubmitInput,
): Promise<Result<Placed, Reason>> {
  return transaction(ctx, async (tx): Promise<Result<Placed, Reason>> => {
    authorize(tx.actor.kind === 'account');
    const application = await lockOpenApplication(tx, tx.actor.accountId);
    if (!application) return refuse('nothing_to_submit');
    authorize(isOwnApplication(tx.actor, application.accountId));
    if (application.status !== 'draft' || !canMove(application.status, 'submitted'))
      return refuse('already_submitted');
    if (application.version !== input.version) return refuse('changed');
    if (!isComplete(application) || application.idIndex === null) return refuse('incomplete');
    const { id, accountId } = application;
    const subject = { type: 'membership_application', id };
    await recordConsent(tx, accountId, pledge, subject);
    await recordConsent(tx, accountId, idConsent, subject);
    await tx.db
      .update(applications)
      .set({ pledgeVersion: pledge.version })
      .where(eq(applications.id, id));
    return ok(await placeOnDesk(tx, application));
  });
}
