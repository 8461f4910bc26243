import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { classNotes } from '@/db/schema/childcare';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { enterClass, mayRun } from '../queries/class-access';
import type { CloseClassNoteInput } from '../schema/class';

/**
 * Closes a note once it was seen to; it stays readable below the open ones. A second click changes nothing.
 * Throws NotFound for who does not run the class.
 * Refuses `note_closed` when it is closed already, or no note of this class.
 */
export async function closeClassNote(
  ctx: Ctx,
  { sessionId, noteId }: CloseClassNoteInput,
): Promise<Result<{ sessionId: string }, 'note_closed'>> {
  return transaction(ctx, async (tx) => {
    const facts = await enterClass(tx, sessionId);
    authorize(mayRun(tx, facts));
    const closed = await tx.db
      .update(classNotes)
      .set({
        closedAt: tx.now,
        closedBy: accountOf(tx.actor),
        closerLabel: tx.actor.kind === 'account' ? tx.actor.displayName : '系统',
      })
      .where(
        and(
          eq(classNotes.id, noteId),
          eq(classNotes.sessionId, sessionId),
          isNull(classNotes.closedAt),
        ),
      )
      .returning({ id: classNotes.id });
    if (closed.length === 0) return refuse('note_closed');
    await recordAudit(tx, {
      action: 'close_class_note',
      entityType: 'offering_session',
      entityId: sessionId,
      organisationId: facts.organiserId,
      after: { note: noteId },
    });
    return ok({ sessionId });
  });
}
