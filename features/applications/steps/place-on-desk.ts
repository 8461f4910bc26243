import 'server-only';
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { applicationEvents, membershipApplications as applications } from '@/db/schema/membership';
import { startClock } from '@/features/clocks/steps/start-clock';
import { applicationPrefix } from '@/features/members/rules/numbers';
import { getOrganisation } from '@/features/organisations/queries/organisations';
import { lockOpenSuccessor } from '@/features/organisations/steps/follow-successors';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { formatDay, todayOn } from '@/lib/dates';
import { Conflict } from '@/lib/errors';
import { notify } from '@/lib/messaging/outbox';
import { pausePoint } from '@/lib/pause-point';
import { receiptNumber, receiptSeries } from '@/lib/receipt-number';
import { nextNumber } from '@/lib/running-number';
import { readSettings } from '@/lib/settings';
import { submittedNotice } from '../messages';
import { answerClock } from '../queries/answer-clock';
import { answerTerms, reviewStepsOf } from '../rules/review';
import { reminderDays, reviewSteps, slaDays } from '../settings';
import type { Application } from './open-application';

/** Said when an application comes back as it went: the desk need not look for what is new. */
async function unchangedSince(tx: Ctx, applicationId: string): Promise<string | undefined> {
  const [last] = await tx.db
    .select({ type: applicationEvents.type })
    .from(applicationEvents)
    .where(
      and(
        eq(applicationEvents.applicationId, applicationId),
        inArray(applicationEvents.type, ['sent_back', 'corrected']),
      ),
    )
    .orderBy(desc(applicationEvents.id))
    .limit(1);
  return last?.type === 'corrected' ? undefined : '内容没有改动';
}

export interface Placed {
  readonly id: string;
  readonly number: string;
  readonly dueOn: string;
}

/**
 * Puts a complete, locked application on its union's desk: how many desks it passes, the last day to
 * answer, its number (kept when it comes back corrected), the history, the audit and the notice.
 * The worker's submit and resubmit and the counter share it. Call it inside their transaction. A union that was
 * merged or closed meanwhile is answered for by the one that goes on; throws Conflict where there is none.
 * @param by what the worker reads in the history: 本人, or the union that entered it
 */
export async function placeOnDesk(tx: Ctx, application: Application, by = '本人'): Promise<Placed> {
  const today = todayOn(tx.now);
  if (application.organisationId === null) throw new Error('an application without a union');
  const open = await lockOpenSuccessor(tx, application.organisationId);
  if (open === null) throw new Conflict('the union was closed');
  const union = await getOrganisation(tx, open);
  await pausePoint('place-on-desk:union');
  const rules = await readSettings(tx, { slaDays, reminderDays, reviewSteps });
  const started = { startOn: today, terms: answerTerms(rules) };
  const { dueOn: due } = await startClock(tx, { ...answerClock(application.id), ...started });
  const again = application.status === 'sent_back';
  // Last of the reads: the series' row stays locked until the transaction ends.
  const number =
    application.number ??
    receiptNumber(
      applicationPrefix,
      today,
      await nextNumber(tx, receiptSeries(applicationPrefix, today)),
    );
  const [placed] = await tx.db
    .update(applications)
    .set({
      status: 'submitted',
      number,
      organisationId: union.id,
      deskId: union.id,
      step: 1,
      stepsTotal: reviewStepsOf(union, rules.reviewSteps),
      dueOn: due,
      submittedAt: tx.now,
      remindedAt: null,
      escalatedAt: null,
      reason: null,
      sentBackFields: [],
      version: sql`${applications.version} + 1`,
      updatedAt: tx.now,
    })
    .where(eq(applications.id, application.id))
    .returning({ version: applications.version });
  if (!placed) throw new Error('the locked application is gone');
  await tx.db.insert(applicationEvents).values({
    applicationId: application.id,
    at: tx.now,
    type: again ? 'resubmitted' : 'submitted',
    fromStatus: application.status,
    toStatus: 'submitted',
    actorAccountId: accountOf(tx.actor),
    actorLabel: by,
    note: again ? await unchangedSince(tx, application.id) : undefined,
  });
  await recordAudit(tx, {
    action: again ? 'resubmit_application' : 'submit_application',
    entityType: 'membership_application',
    entityId: application.id,
    organisationId: union.id,
    before: { status: application.status },
    after: { status: 'submitted', number, dueOn: due, document: application.idMasked },
  });
  await notify(tx, {
    accountId: application.accountId,
    ...submittedNotice(
      { id: application.id, number, version: placed.version },
      { union: union.shortName, due: formatDay(due, today), again },
    ),
  });
  return { id: application.id, number, dueOn: due };
}
