import 'server-only';
import { classNotes, noteBody } from '@/db/schema/childcare';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { sealField } from '@/lib/crypto/field';
import { asSystem, type Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction, within } from '@/lib/transaction';
import { enterClass, mayRun } from '../queries/class-access';
import { childrenOf } from '../queries/class-day';
import type { WriteClassNoteInput } from '../schema/class';

/**
 * 交接: leaves a note for whoever looks after the class next, about one child or all of it; sealed, for the
 * people of the class alone (domain.md §3.2). Throws NotFound for who does not run it.
 * Refuses `not_on_the_roll` for a child of another class.
 */
export async function writeClassNote(
  ctx: Ctx,
  { sessionId, bookingId, text }: WriteClassNoteInput,
): Promise<Result<{ sessionId: string }, 'not_on_the_roll'>> {
  return transaction(ctx, async (tx) => {
    const facts = await enterClass(tx, sessionId);
    authorize(mayRun(tx, facts));
    const id = newId();
    const children = bookingId
      ? await within(tx, asSystem(tx), (systemTx) => childrenOf(systemTx, sessionId))
      : [];
    const child = children.find((one) => one.bookingId === bookingId);
    if (bookingId && !child) return refuse('not_on_the_roll');
    await tx.db.insert(classNotes).values({
      id,
      sessionId,
      organiserId: facts.organiserId,
      bookingId,
      childId: child?.childId ?? null,
      bodySealed: sealField(text, noteBody(id)),
      writtenBy: accountOf(tx.actor),
      writerLabel: tx.actor.kind === 'account' ? tx.actor.displayName : '系统',
      writtenAt: tx.now,
    });
    await recordAudit(tx, {
      action: 'write_class_note',
      entityType: 'offering_session',
      entityId: sessionId,
      organisationId: facts.organiserId,
      after: { note: id },
    });
    return ok({ sessionId });
  });
}
