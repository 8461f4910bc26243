import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { unionReminders, unionTermExtensions } from '@/db/schema/offices';
import { organisationPath } from '@/features/organisations/queries/scope';
import { lockOrganisation } from '@/features/organisations/steps/place';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { addMonths, formatFullDay, todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { notify, notifyEach } from '@/lib/messaging/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { readSettings } from '@/lib/settings';
import { transaction, within } from '@/lib/transaction';
import { extensionAnsweredNotice, extensionAskedNotice } from '../messages';
import { canAskExtension, canKeepOffices, canSeeOffices } from '../policy';
import { refuseUntil } from '../rules/extension';
import { latestElection, parseMonths } from '../rules/term';
import type { AnswerExtensionInput, AskExtensionInput } from '../schema/extensions';
import { reminderMonths, slipMonths } from '../settings';
import { currentTerm } from '../steps/terms';

type Done = { organisationId: string };
type Asked = AskExtensionInput;

/** The union, locked, with its latest term; NotFound outside the officer's area, Forbidden for who may not. */
async function lockFor(tx: Ctx, organisationId: string, may: typeof canKeepOffices) {
  const path = await organisationPath(tx, organisationId);
  const union = await lockOrganisation(tx, organisationId);
  if (!union || !canSeeOffices(tx.actor, path)) throw new NotFound('union');
  authorize(may(tx.actor, path));
  const term = await currentTerm(tx, organisationId);
  const s = await readSettings(tx, { slip: slipMonths, months: reminderMonths });
  const early = Math.max(0, ...(parseMonths(s.months) ?? []));
  return { union, term, slip: s.slip, early, today: todayOn(tx.now) };
}

const extensionOf = (tx: Ctx, termId: string, status: 'asked' | 'granted') =>
  tx.db
    .select()
    .from(unionTermExtensions)
    .where(and(eq(unionTermExtensions.termId, termId), eq(unionTermExtensions.status, status)))
    .for('update')
    .then(([row]) => row ?? null);

const untilWords = (endsOn: string, slip: number) => ({
  until_too_early: `要晚于任期届满的${formatFullDay(endsOn)}`,
  until_too_late: `最多推迟 ${slip} 个月，到${formatFullDay(latestElection(endsOn, slip))}`,
});

/** Who answers for the level above, nearest first; as the system. */
async function answerers(tx: Ctx, organisationId: string): Promise<string[]> {
  const roles = `{${canKeepOffices.roles.join(',')}}`;
  const rows = await within(tx, asSystem(tx), (systemTx) =>
    systemTx.db.execute<{ id: string }>(sql`
      with above as (select account_id as id, depth
        from officers_at(${organisationId}::uuid, ${roles}::text[]) where acts_for is null)
      select id from above where depth = (select min(depth) from above) order by id`),
  );
  return rows.map(({ id }) => id);
}

type AskRefusal =
  | 'no_term'
  | 'union_closed'
  | 'future'
  | 'too_early'
  | 'until_too_early'
  | 'until_too_late'
  | 'asked_already'
  | 'granted_already';

/** Why a term's prolongation cannot be asked for; null when it can. */
async function whyNotAsk(
  tx: Ctx,
  { askedOn, untilOn }: Asked,
  at: Awaited<ReturnType<typeof lockFor>>,
) {
  const { union, term, slip, early, today } = at;
  if (union.closedAt) return refuse('union_closed');
  if (!term) return refuse('no_term');
  if (askedOn > today) return refuse('future', { fieldErrors: { askedOn: '不能是将来的日期' } });
  const opensOn = addMonths(term.endsOn, -early);
  if (today < opensOn)
    return refuse('too_early', { detail: { endsOn: formatFullDay(term.endsOn), months: early } });
  const wrong = refuseUntil(untilOn, term.endsOn, slip);
  if (wrong)
    return refuse(wrong, { fieldErrors: { untilOn: untilWords(term.endsOn, slip)[wrong] } });
  if (await extensionOf(tx, term.id, 'granted')) return refuse('granted_already');
  return (await extensionOf(tx, term.id, 'asked')) ? refuse('asked_already') : null;
}

/**
 * 申请延期换届: the union, or whoever enters its paper, asks the level above to let the term run on to a day. Throws
 * NotFound for a union outside the officer's area, Forbidden for who only reads.
 * Refuses `no_term`; `union_closed`; `future`; `too_early` before the first reminder; `until_too_early` not after the
 * term's end; `until_too_late` beyond what an election may slip; `asked_already`; `granted_already`, once a term.
 */
export const askExtension = (ctx: Ctx, input: Asked): Promise<Result<Done, AskRefusal>> =>
  transaction(ctx, async (tx): Promise<Result<Done, AskRefusal>> => {
    const { organisationId, askedOn, askedNo, untilOn, reason } = input;
    const at = await lockFor(tx, organisationId, canAskExtension);
    const why = await whyNotAsk(tx, input, at);
    if (why) return why;
    if (!at.term) return refuse('no_term');
    const id = newId();
    await tx.db.insert(unionTermExtensions).values({
      ...{ id, termId: at.term.id, organisationId, status: 'asked', askedOn, askedNo },
      ...{ untilOn, reason, askedBy: accountOf(tx.actor), askedAt: tx.now },
    });
    await recordAudit(tx, {
      action: 'ask_extension',
      entityType: 'organisation',
      entityId: organisationId,
      organisationId,
      after: { askedOn, askedNo, untilOn },
      reason,
    });
    const notice = extensionAskedNotice(id, organisationId, at.union.name, untilOn);
    await notifyEach(tx, await answerers(tx, organisationId), notice);
    return ok({ organisationId });
  });

type AnswerRefusal =
  | 'nothing_asked'
  | 'future'
  | 'before_asked'
  | 'until_too_early'
  | 'until_too_late';

/**
 * The answer of the level above, typed from its paper. Granted, the term ends on the new day: what ends, the reminders
 * and 换届最迟 follow it, and the reminders of the old day are told anew for the new one. Throws NotFound for a union
 * outside the officer's area, Forbidden for who may not answer.
 * Refuses `nothing_asked` where nothing waits, or somebody has answered; `future`; `before_asked`; `until_too_early`;
 * `until_too_late` by the setting of today.
 */
export const answerExtension = (
  ctx: Ctx,
  input: AnswerExtensionInput,
): Promise<Result<Done, AnswerRefusal>> =>
  transaction(ctx, async (tx): Promise<Result<Done, AnswerRefusal>> => {
    const { organisationId, decision, decidedOn, decidedNo, answer } = input;
    const { term, slip, today, union } = await lockFor(tx, organisationId, canKeepOffices);
    const asked = term && (await extensionOf(tx, term.id, 'asked'));
    if (!asked) return refuse('nothing_asked');
    const at = (words: string) => ({ fieldErrors: { decidedOn: words } });
    if (decidedOn > today) return refuse('future', at('不能是将来的日期'));
    if (decidedOn < asked.askedOn) return refuse('before_asked', at('早于申请的日期'));
    const untilOn = input.untilOn ?? asked.untilOn;
    const wrong = decision === 'granted' ? refuseUntil(untilOn, term.endsOn, slip) : null;
    if (wrong)
      return refuse(wrong, { fieldErrors: { untilOn: untilWords(term.endsOn, slip)[wrong] } });
    await tx.db
      .update(unionTermExtensions)
      .set({
        ...{ status: decision, decidedOn, decidedBy: accountOf(tx.actor), decidedAt: tx.now },
        ...(decision === 'granted' ? { untilOn, decidedNo } : { answer }),
      })
      .where(eq(unionTermExtensions.id, asked.id));
    if (decision === 'granted')
      await tx.db.delete(unionReminders).where(eq(unionReminders.subjectId, term.id));
    await recordAudit(tx, {
      action: 'answer_extension',
      entityType: 'organisation',
      entityId: organisationId,
      organisationId,
      before: { endsOn: term.endsOn, asked: asked.untilOn },
      after: { decision, decidedOn, ...(decision === 'granted' && { decidedNo, untilOn }) },
      reason: answer ?? undefined,
    });
    if (asked.askedBy) {
      const notice = extensionAnsweredNotice(asked.id, organisationId, union.name, {
        untilOn: decision === 'granted' ? untilOn : null,
        answer,
      });
      await notify(tx, { accountId: asked.askedBy, ...notice });
    }
    return ok({ organisationId });
  });
