import 'server-only';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { certificates } from '@/db/schema/attendance';
import { findCheckInPoint } from '@/features/attendance/queries/check-in-point';
import { recordAudit } from '@/lib/audit';
import { hasRecentSecondFactor } from '@/lib/auth/step-up';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import type { Certificate } from '../queries/certificates';

/**
 * Every certificate of a session that holds, with whole names, to be printed and handed out at one go: on the
 * terms of an export, one line of the ledger. In order of their numbers. Throws NotFound for what is no training
 * of the officer's.
 * Refuses `no_certificates` while none was issued; `step_up` without a recent second factor.
 * @authorized-by findCheckInPoint canDecideTraining at the organiser
 */
export async function printCertificates(
  ctx: Ctx,
  { sessionId }: { sessionId: string },
): Promise<
  Result<{ offeringId: string; course: string; rows: Certificate[] }, 'no_certificates' | 'step_up'>
> {
  return transaction(ctx, async (tx) => {
    const door = await findCheckInPoint(tx, sessionId);
    if (door.kind !== 'training') throw new NotFound('certificates');
    const rows = await tx.db
      .select()
      .from(certificates)
      .where(and(eq(certificates.sessionId, sessionId), isNull(certificates.revokedAt)))
      .orderBy(asc(certificates.number));
    const detail = { offeringId: door.offeringId };
    if (rows.length === 0) return refuse('no_certificates', { detail });
    if (!hasRecentSecondFactor(tx)) return refuse('step_up', { detail });
    await recordAudit(tx, {
      action: 'print_certificates',
      entityType: 'offering_session',
      entityId: sessionId,
      organisationId: door.organiserId,
      after: { numbers: rows.map(({ number }) => number) },
    });
    return ok({ offeringId: door.offeringId, course: door.offering, rows });
  });
}
