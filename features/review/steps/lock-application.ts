import 'server-only';
import { and, desc, eq, isNull } from 'drizzle-orm';
import { accounts } from '@/db/schema/identity';
import {
  applicationDecisions,
  applicationEvents,
  membershipApplications as applications,
} from '@/db/schema/membership';
import type { Application } from '@/features/applications/steps/open-application';
import { getOrganisation } from '@/features/organisations/queries/organisations';
import { organisationPath } from '@/features/organisations/queries/scope';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { formatDateTime } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { notify } from '@/lib/messaging/outbox';
import { type Refusal, refuse } from '@/lib/result';
import { openedNotice } from '../messages';
import { decisionLabels } from '../rules/desk';

export interface LockedApplication {
  readonly application: Application & { number: string; deskId: string };
  /** The desk and everything above it: whose officers may act. */
  readonly deskPath: string[];
}

/** An application that lies or lay on a desk, its row locked; NotFound when out of sight or a draft. */
export async function lockApplication(tx: Ctx, id: string): Promise<LockedApplication> {
  const [row] = await tx.db
    .select()
    .from(applications)
    .where(eq(applications.id, id))
    .for('update');
  if (!row || row.deskId === null || row.number === null) throw new NotFound('application');
  const { deskId, number } = row;
  return { application: { ...row, deskId, number }, deskPath: await organisationPath(tx, deskId) };
}

export type DecisionConflict = 'already_decided' | 'withdrawn' | 'changed';

/**
 * Tells the loser of a race who was first, when, and with what (C10).
 * Refuses `withdrawn` when the worker took it back; `already_decided` with `who`, `when` and
 * `what`; `changed` otherwise.
 */
export async function decisionConflict(
  tx: Ctx,
  application: Application,
): Promise<Refusal<DecisionConflict>> {
  if (application.status === 'withdrawn') return refuse('withdrawn');
  const [last] = await tx.db
    .select({
      decision: applicationDecisions.decision,
      at: applicationDecisions.at,
      who: accounts.displayName,
    })
    .from(applicationDecisions)
    .innerJoin(accounts, eq(accounts.id, applicationDecisions.officerId))
    .where(
      and(
        eq(applicationDecisions.applicationId, application.id),
        isNull(applicationDecisions.undoneAt),
      ),
    )
    .orderBy(desc(applicationDecisions.at))
    .limit(1);
  if (!last) return refuse('changed');
  const { who, at, decision } = last;
  const when = formatDateTime(at, tx.now);
  return refuse('already_decided', { detail: { who, when, what: decisionLabels[decision] } });
}

/** One line of 经过, in the words the worker reads: the union, not the officer. */
export async function recordEvent(
  tx: Ctx,
  application: Application,
  event: { type: string; to: Application['status']; by: string; note?: string; fields?: string[] },
): Promise<void> {
  await tx.db.insert(applicationEvents).values({
    applicationId: application.id,
    at: tx.now,
    type: event.type,
    fromStatus: application.status,
    toStatus: event.to,
    actorAccountId: accountOf(tx.actor),
    actorLabel: event.by,
    note: event.note,
    fields: event.fields,
  });
}

/**
 * The first look at this desk: from here on the worker cannot withdraw (domain.md §1.4), and it is on
 * record who looked and when. What is decided on stays as it was, and so does its version: the page
 * that is being read can still be decided. The caller holds the row and has authorised. Throws NotFound
 * when the row is gone.
 */
export async function beginReview(tx: Ctx, locked: LockedApplication): Promise<LockedApplication> {
  const { application } = locked;
  const union = await getOrganisation(tx, application.deskId);
  const [opened] = await tx.db
    .update(applications)
    .set({
      status: 'in_review',
      openedAt: tx.now,
      openedBy: accountOf(tx.actor),
      updatedAt: tx.now,
    })
    .where(eq(applications.id, application.id))
    .returning();
  if (!opened) throw new NotFound('application');
  await recordEvent(tx, application, { type: 'opened', to: 'in_review', by: union.shortName });
  await recordAudit(tx, {
    action: 'open_application',
    entityType: 'membership_application',
    entityId: application.id,
    organisationId: application.deskId,
    before: { status: application.status },
    after: { status: 'in_review' },
  });
  const { id, number, accountId, deskId } = application;
  // Said once: that the corrections are looked at too goes without saying.
  if (application.openedAt) return { ...locked, application: { ...opened, number, deskId } };
  const notice = openedNotice({ id, number, version: opened.version }, { union: union.shortName });
  await notify(tx, { accountId, ...notice });
  return { ...locked, application: { ...opened, number, deskId } };
}
