import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { caseNoteBody, caseNotes } from '@/db/schema/desk';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { sealField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { ok, type Result } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { hasInbox } from '../policy';
import { getCaseDesk } from '../queries/case-desk';
import type { AddNote, RemoveNote } from '../schema/case-tools';

const entityTypes = { applications: 'membership_application', bookings: 'booking' } as const;

/**
 * 内部备注: what an officer tells colleagues about a case. No page and no notice of the person shows it. Throws
 * NotFound where the officer may not decide the case.
 */
export async function addNote(ctx: Ctx, { ref, text }: AddNote): Promise<Result<{ ref: string }>> {
  return transaction(ctx, async (tx) => {
    authorize(hasInbox(tx.actor));
    const desk = await getCaseDesk(tx, ref);
    const id = newId();
    await tx.db.insert(caseNotes).values({
      id,
      caseKind: desk.kind,
      caseId: desk.id,
      organisationId: desk.organisationId,
      writtenBy: accountOf(tx.actor) ?? '',
      bodySealed: sealField(text, caseNoteBody(id)),
      at: tx.now,
    });
    await recordAudit(tx, {
      action: 'add_case_note',
      entityType: entityTypes[desk.kind],
      entityId: desk.id,
      organisationId: desk.organisationId,
    });
    return ok({ ref });
  });
}

/**
 * Takes one’s own note away, words and all. Throws NotFound for another’s, and where the officer may not decide the
 * case.
 */
export async function removeNote(
  ctx: Ctx,
  { ref, noteId }: RemoveNote,
): Promise<Result<{ ref: string }>> {
  return transaction(ctx, async (tx) => {
    authorize(hasInbox(tx.actor));
    const desk = await getCaseDesk(tx, ref);
    const removed = await tx.db
      .update(caseNotes)
      .set({ removedAt: tx.now, bodySealed: '' })
      .where(
        and(
          eq(caseNotes.id, noteId),
          eq(caseNotes.caseId, desk.id),
          eq(caseNotes.writtenBy, accountOf(tx.actor) ?? ''),
          isNull(caseNotes.removedAt),
        ),
      )
      .returning({ id: caseNotes.id });
    if (removed.length === 0) throw new NotFound('case note');
    await recordAudit(tx, {
      action: 'remove_case_note',
      entityType: entityTypes[desk.kind],
      entityId: desk.id,
      organisationId: desk.organisationId,
    });
    return ok({ ref });
  });
}
