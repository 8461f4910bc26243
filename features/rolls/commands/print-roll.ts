import 'server-only';
import { canDecideBookings } from '@/features/bookings/policy';
import { recordExportLooks } from '@/features/family/steps/record-child-looks';
import { lockSession } from '@/features/offerings/steps/lock-offering';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { hasRecentSecondFactor } from '@/lib/auth/step-up';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { rollLines } from '../queries/roll-lines';
import type { PrintRollInput } from '../schema/roll';

/**
 * The names of a session for its sign-in sheet, seats or badges, so that people can be called and told
 * apart: for whoever may export the whole roll, on the same terms (a reason, a second factor given minutes
 * ago). No document numbers, no phones. One line of the ledger.
 * Refuses `step_up` without a recent second factor.
 */
export async function printRoll(
  ctx: Ctx,
  { sessionId, sheet, reason }: PrintRollInput,
): Promise<Result<Record<string, { attendee: string; guardian: string | null }>, 'step_up'>> {
  return transaction(ctx, async (tx) => {
    const { offering, path, organiser } = await lockSession(tx, sessionId);
    authorize(canDecideBookings[offering.kind](tx.actor, path));
    if (!hasRecentSecondFactor(tx)) return refuse('step_up');
    const lines = await rollLines(tx, sessionId, true);
    await recordAudit(tx, {
      action: 'print_roll',
      entityType: 'offering_session',
      entityId: sessionId,
      organisationId: offering.organisationId,
      after: { rows: lines.length, sheet, offering: offering.id, kind: offering.kind },
      reason,
    });
    await recordExportLooks(tx, sessionId, organiser);
    return ok(
      Object.fromEntries(
        lines.map(({ bookingId, attendee, guardian }) => [bookingId, { attendee, guardian }]),
      ),
    );
  });
}
