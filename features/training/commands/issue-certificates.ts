import 'server-only';
import { eq } from 'drizzle-orm';
import { offeringSessions } from '@/db/schema/offerings';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction, within } from '@/lib/transaction';
import { completionOf } from '../queries/course-certificates';
import type { IssueRefusal } from '../rules/certificate';
import type { IssueCertificatesInput } from '../schema/certificate';
import { writeCertificates } from '../steps/write-certificates';

/**
 * 结业: issues a numbered certificate to everyone of a session whose attendance reaches what the course
 * asks. Pressed twice it issues nothing twice; who reaches the rate by a later correction of the roll
 * gets theirs by pressing again. Whose name the typeface lacks a character of has to wait, in words. One's own and one's family's are a colleague's to issue. Each holder is told.
 * Refuses `own_case` when only one's own or one's family's is due; `unprintable` with the
 * `characters` that the typeface lacks, when nobody else's is due.
 * @authorized-by completionOf canDecideTraining at the organiser
 */
export async function issueCertificates(
  ctx: Ctx,
  { sessionId }: IssueCertificatesInput,
): Promise<Result<{ issued: number }, IssueRefusal | 'own_case'>> {
  return transaction(ctx, async (tx) => {
    // Two officers at once: the second waits here and then finds nobody left.
    await tx.db
      .select({ id: offeringSessions.id })
      .from(offeringSessions)
      .where(eq(offeringSessions.id, sessionId))
      .for('no key update');
    const { door, details, lines, due, refusal, characters } = await completionOf(tx, sessionId);
    if (refusal) return refuse(refusal, { detail: { characters } });
    const own = lines.some((l) => l.own && l.fulfils && !l.had);
    if (due.length === 0 && own) return refuse('own_case');
    if (due.length === 0 && characters) return refuse('unprintable', { detail: { characters } });
    const by = accountOf(tx.actor);
    const numbers = await within(tx, asSystem(tx), (systemTx) =>
      writeCertificates(systemTx, due, { door, hours: details.hours, by }),
    );
    await recordAudit(tx, {
      action: 'issue_certificates',
      entityType: 'offering_session',
      entityId: sessionId,
      organisationId: door.organiserId,
      after: { numbers, needed: details.attendanceNeeded },
    });
    return ok({ issued: numbers.length });
  });
}
