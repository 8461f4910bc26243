import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { drawObjections, draws } from '@/db/schema/draws';
import { offerings } from '@/db/schema/offerings';
import { ownBookings } from '@/features/bookings/queries/own-bookings';
import { answerBy } from '@/features/clocks/steps/start-clock';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { canManageOfferings } from '@/features/offerings/policy';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { notify } from '@/lib/messaging/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { readSettings } from '@/lib/settings';
import { transaction } from '@/lib/transaction';
import type { AnswerObjectionInput, FileObjectionInput } from '../schema/draw';
import { objectionAnswerDays } from '../settings';

async function findOf(tx: Ctx, drawId: string) {
  const [row] = await tx.db
    .select({ draw: draws, offering: offerings })
    .from(draws)
    .innerJoin(offerings, eq(offerings.id, draws.offeringId))
    .where(eq(draws.id, drawId));
  if (!row) throw new NotFound('draw');
  return row;
}

/**
 * 对结果有疑问: anyone with an account may ask about a drawn result while it is public; the organiser
 * answers within the workdays of the setting. One open question each. Throws NotFound for a draw that there is not.
 * Refuses `not_public` before the draw and after the days of the notice; `asked_already` while an
 * earlier question is open.
 */
export async function fileObjection(
  ctx: Ctx,
  input: FileObjectionInput,
): Promise<Result<{ drawId: string }, 'not_public' | 'asked_already'>> {
  return transaction(
    ctx,
    async (tx): Promise<Result<{ drawId: string }, 'not_public' | 'asked_already'>> => {
      const { actor } = tx;
      authorize(actor.kind === 'account');
      const { draw, offering } = await findOf(tx, input.drawId);
      const open = draw.publicUntil !== null && todayOn(tx.now) <= draw.publicUntil;
      if (draw.status !== 'drawn' || !open) return refuse('not_public');
      const [asked] = await tx.db
        .select({ id: drawObjections.id })
        .from(drawObjections)
        .where(
          and(
            eq(drawObjections.drawId, draw.id),
            eq(drawObjections.accountId, actor.accountId),
            isNull(drawObjections.answeredAt),
          ),
        );
      if (asked) return refuse('asked_already');
      const [own] = await tx.db
        .select({ entryNo: bookings.entryNo })
        .from(bookings)
        .where(and(eq(bookings.sessionId, draw.sessionId), ownBookings(tx)));
      const { days } = await readSettings(tx, { days: objectionAnswerDays });
      const id = newId();
      await tx.db.insert(drawObjections).values({
        id,
        drawId: draw.id,
        accountId: actor.accountId,
        entryNo: own?.entryNo ?? null,
        text: input.text,
        dueOn: await answerBy(tx, days),
        createdAt: tx.now,
      });
      await recordAudit(tx, {
        action: 'file_objection',
        entityType: 'draw',
        entityId: draw.id,
        organisationId: offering.organisationId,
        after: { objection: id },
      });
      return ok({ drawId: draw.id });
    },
  );
}

/**
 * The organiser's answer: once, and the person who asked is told. Throws NotFound for a question that there
 * is not.
 * Refuses `own_case` for one's own or one's family's; `answered_already`.
 */
export async function answerObjection(
  ctx: Ctx,
  input: AnswerObjectionInput,
): Promise<Result<{ offeringId: string }, 'answered_already' | 'own_case'>> {
  return transaction(
    ctx,
    async (tx): Promise<Result<{ offeringId: string }, 'answered_already' | 'own_case'>> => {
      const { actor } = tx;
      const [asked] = await tx.db
        .select()
        .from(drawObjections)
        .where(eq(drawObjections.id, input.objectionId))
        .for('update');
      if (!asked) throw new NotFound('objection');
      const { draw, offering } = await findOf(tx, asked.drawId);
      const path = await organisationPath(tx, offering.organisationId);
      authorize(actor.kind === 'account' && canManageOfferings[offering.kind](actor, path));
      if (await isOwnCase(tx, asked)) return refuse('own_case');
      if (asked.answeredAt) return refuse('answered_already');
      await tx.db
        .update(drawObjections)
        .set({ answer: input.answer, answeredBy: actor.accountId, answeredAt: tx.now })
        .where(eq(drawObjections.id, asked.id));
      await recordAudit(tx, {
        action: 'answer_objection',
        entityType: 'draw',
        entityId: draw.id,
        organisationId: offering.organisationId,
        after: { objection: asked.id },
      });
      await notify(tx, {
        accountId: asked.accountId,
        title: '您对抽签结果的疑问有答复了',
        body: '请打开查看组织单位的答复。',
        link: `/draws/${draw.id}/objection`,
        dedupeKey: `objection:${asked.id}`,
      });
      return ok({ offeringId: offering.id });
    },
  );
}
