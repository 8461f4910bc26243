import 'server-only';
import { canManageOfferings } from '@/features/offerings/policy';
import { auditedOffering } from '@/features/offerings/steps/lock-offering';
import { findOrganisation } from '@/features/organisations/queries/organisations';
import { organisationPath } from '@/features/organisations/queries/scope';
import { insertOffering } from '@/features/scheduling/steps/insert-offering';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { isRefusal, ok, type Result } from '@/lib/result';
import { readSettings } from '@/lib/settings';
import { transaction } from '@/lib/transaction';
import { usualClosing } from '../rules/window';
import type { PlanOfferingInput } from '../schema/plan-offering';
import { closesHour } from '../settings';
import { planQuestions } from '../steps/plan-questions';
import { planSessions, timeSessions } from '../steps/plan-sessions';
import { findRound, rowOf } from '../steps/plan-source';
import { planStaff } from '../steps/plan-staff';

type Refused = 'invalid' | 'venue_used';

async function authorizeAt(tx: Ctx, { kind, organisationId }: PlanOfferingInput): Promise<void> {
  authorize(canManageOfferings[kind](tx.actor, await organisationPath(tx, organisationId)));
  const organiser = await findOrganisation(tx, organisationId);
  if (!organiser || organiser.closedAt) throw new NotFound('organisation');
}

async function plan(
  tx: Ctx,
  input: PlanOfferingInput,
): Promise<Result<{ offeringId: string }, Refused>> {
  await authorizeAt(tx, input);
  const round = input.like ? await findRound(tx, input.like, input) : null;
  const times = await timeSessions(tx, input.sessions);
  if (isRefusal(times)) return times;
  const { hour } = await readSettings(tx, { hour: closesHour });
  const startsAt = Math.min(...times.map(({ content }) => content.startsAt.getTime()));
  const closesAt =
    input.content.bookingClosesAt ??
    usualClosing(input.content.bookingOpensAt, new Date(startsAt), hour);
  const row = rowOf(tx, { ...input, closesAt, startsAt: new Date(startsAt) }, round);
  const offeringId = await insertOffering(tx, row);
  const made = await planSessions(tx, { offeringId, times, round, evenSo: input.evenSo });
  if (isRefusal(made)) return made;
  const asked = await planQuestions(tx, { offeringId, round, made, question: input.question });
  if (isRefusal(asked)) return asked;
  const staff = await planStaff(tx, { made, round, ...input });
  if (isRefusal(staff)) return staff;
  await recordAudit(tx, {
    action: 'plan_offering',
    entityType: 'offering',
    entityId: offeringId,
    organisationId: input.organisationId,
    before: round ? { copied: round.source.id } : undefined,
    after: {
      kind: input.kind,
      ...auditedOffering({ ...row, status: 'draft' }),
      sessions: made.map(({ content }) => content),
      question: input.question?.label ?? null,
      staff,
    },
  });
  return ok({ offeringId });
}

/**
 * Makes an offering in one sitting, as a draft: after a template or an earlier round, with its sessions, one
 * more question and who looks after its classes. All of it or nothing. Booking ends, where no end was typed,
 * the evening before the first session. Throws NotFound for an organisation or an earlier round that is not
 * there, or not this officer's.
 * Refuses `invalid` with words for the fields, those of a session with its number behind; `venue_used` with
 * who uses a venue at that time as `text`, unless the officer says it is meant so.
 */
export async function planOffering(
  ctx: Ctx,
  input: PlanOfferingInput,
): Promise<Result<{ offeringId: string }, Refused>> {
  return transaction(ctx, (tx) => plan(tx, input));
}
