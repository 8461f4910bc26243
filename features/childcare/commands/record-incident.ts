import 'server-only';
import { and, eq } from 'drizzle-orm';
import { classIncidents, incidentBody } from '@/db/schema/childcare';
import { guardianAccounts } from '@/features/family/queries/guardian-accounts';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { sealField } from '@/lib/crypto/field';
import { asSystem, type Ctx } from '@/lib/ctx';
import { parseLocalDateTime, startOfDay, todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { notifyEach } from '@/lib/messaging/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction, within } from '@/lib/transaction';
import { incidentNotice } from '../messages';
import { enterClass, mayRun, type RunClass } from '../queries/class-access';
import { childrenOf } from '../queries/class-day';
import type { RecordIncidentInput } from '../schema/class';

type IncidentRefusal = 'in_future' | 'outside_class' | 'not_on_the_roll' | 'unknown_line';

/** Whom it concerns: the child named, or everyone in the class. */
async function concerned(systemTx: Ctx, facts: RunClass, bookingId: string | null) {
  const all = await childrenOf(systemTx, facts.sessionId);
  return bookingId === null ? all : all.filter((child) => child.bookingId === bookingId);
}

/** A correction stands under the line it corrects, about the same child. */
async function correctedLine(systemTx: Ctx, sessionId: string, id: string) {
  const [line] = await systemTx.db
    .select({
      id: classIncidents.id,
      bookingId: classIncidents.bookingId,
      root: classIncidents.correctsId,
    })
    .from(classIncidents)
    .where(and(eq(classIncidents.id, id), eq(classIncidents.sessionId, sessionId)));
  return line ? { correctsId: line.root ?? line.id, bookingId: line.bookingId } : null;
}

/**
 * Writes one line of the incident log: time, what, what was done, whom was told; sealed, never changed,
 * corrected only by another line (domain.md §3.2). The guardians of the child are told and read it.
 * Refuses `in_future`; `outside_class` before the first day of the class; `unknown_line` when what
 * it corrects is no line of this class; `not_on_the_roll` for a child of another class.
 */
export async function recordIncident(
  ctx: Ctx,
  input: RecordIncidentInput,
): Promise<Result<{ sessionId: string }, IncidentRefusal>> {
  const { sessionId, what, action, told } = input;
  return transaction(ctx, async (tx) => {
    const facts = await enterClass(tx, sessionId);
    authorize(mayRun(tx, facts));
    const happenedAt = parseLocalDateTime(`${input.on}T${input.time}`) ?? tx.now;
    if (happenedAt > tx.now)
      return refuse('in_future', { fieldErrors: { time: '时间不能晚于现在' } });
    if (happenedAt < startOfDay(todayOn(facts.startsAt))) {
      return refuse('outside_class', { fieldErrors: { on: '日期要在本班的日子里' } });
    }
    const id = newId();
    const stop = await within(tx, asSystem(tx), async (systemTx) => {
      const earlier = input.corrects
        ? await correctedLine(systemTx, sessionId, input.corrects)
        : null;
      if (input.corrects && !earlier) return refuse('unknown_line');
      const bookingId = earlier ? earlier.bookingId : input.bookingId;
      const children = await concerned(systemTx, facts, bookingId);
      if (bookingId && children.length === 0) return refuse('not_on_the_roll');
      await systemTx.db.insert(classIncidents).values({
        id,
        sessionId,
        organiserId: facts.organiserId,
        bookingId,
        childId: bookingId ? children[0]?.childId : null,
        happenedAt,
        bodySealed: sealField(JSON.stringify({ what, action, told }), incidentBody(id)),
        correctsId: earlier?.correctsId ?? null,
        recordedBy: accountOf(tx.actor),
        recorderLabel: tx.actor.kind === 'account' ? tx.actor.displayName : '系统',
        recordedAt: tx.now,
      });
      for (const child of children) {
        const family = await guardianAccounts(systemTx, child.childId);
        await notifyEach(systemTx, family, incidentNotice(child.bookingId, id));
      }
      return null;
    });
    if (stop) return stop;
    await recordAudit(tx, {
      action: 'record_class_incident',
      entityType: 'offering_session',
      entityId: sessionId,
      organisationId: facts.organiserId,
      after: { incident: id, corrects: input.corrects },
    });
    return ok({ sessionId });
  });
}
