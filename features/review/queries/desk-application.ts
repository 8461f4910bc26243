import 'server-only';
import { and, asc, eq, ne, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { accountPhone, accounts } from '@/db/schema/identity';
import {
  applicationEvents,
  membershipApplications as applications,
  memberships,
  occupations,
} from '@/db/schema/membership';
import { employers, organisations } from '@/db/schema/organisations';
import { answerClock } from '@/features/applications/queries/answer-clock';
import { minimumAge } from '@/features/applications/settings';
import { findClock } from '@/features/clocks/queries/find-clock';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { canReviewApplication } from '@/features/members/policy';
import { isDocumentInUse } from '@/features/members/queries/document-in-use';
import { breadcrumbs } from '@/features/organisations/queries/organisations';
import { inScope, organisationPath } from '@/features/organisations/queries/scope';
import { identityDocumentLabels } from '@/lib/china/id/messages';
import { identityDocumentTypes } from '@/lib/china/id/types';
import { openField } from '@/lib/crypto/field';
import { asSystem, type Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { maskPhone } from '@/lib/format';
import { isUuid } from '@/lib/ids';
import { readSettings } from '@/lib/settings';
import { read, within } from '@/lib/transaction';
import { canDecideApplication } from '../policy';
import { correctionsOf } from '../rules/corrections';
import { isUnread, isWaiting } from '../rules/desk';
import { checksOf } from '../rules/desk-checks';
import { historyText } from '../rules/desk-history';
import { statusOnJoining } from '../rules/status-on-joining';
import { provisionalMembers } from '../settings';

const openers = alias(accounts, 'openers');
const deciders = alias(accounts, 'deciders');
const enterers = alias(accounts, 'enterers');
const desks = alias(organisations, 'desks');

const columns = {
  id: applications.id,
  number: applications.number,
  status: applications.status,
  version: applications.version,
  channel: applications.channel,
  accountId: applications.accountId,
  personId: applications.personId,
  enteredBy: applications.enteredBy,
  name: applications.name,
  idType: applications.idType,
  idIndex: applications.idIndex,
  idMasked: applications.idMasked,
  sex: applications.sex,
  birthOn: applications.birthOn,
  occupation: occupations.name,
  isNewForm: occupations.isNewForm,
  route: applications.route,
  employerId: applications.employerId,
  employerName: applications.employerName,
  employerUnionId: employers.unionId,
  organisationId: applications.organisationId,
  deskId: applications.deskId,
  deskName: desks.shortName,
  pledgeVersion: applications.pledgeVersion,
  submittedAt: applications.submittedAt,
  dueOn: applications.dueOn,
  step: applications.step,
  stepsTotal: applications.stepsTotal,
  remindedAt: applications.remindedAt,
  escalatedAt: applications.escalatedAt,
  openedAt: applications.openedAt,
  decidedAt: applications.decidedAt,
  reason: applications.reason,
  sentBackFields: applications.sentBackFields,
  phoneSealed: accounts.phoneSealed,
  openedByName: openers.displayName,
  decidedByName: deciders.displayName,
  enteredByName: enterers.displayName,
};

/** In scope by its desk, or by its union: who passed a case on may still read it. */
async function findRow(tx: Ctx, id: string) {
  const granted = canReviewApplication.organisationsOf(tx.actor);
  const [row] = await tx.db
    .select(columns)
    .from(applications)
    .innerJoin(accounts, eq(accounts.id, applications.accountId))
    .innerJoin(desks, eq(desks.id, applications.deskId))
    .leftJoin(openers, eq(openers.id, applications.openedBy))
    .leftJoin(deciders, eq(deciders.id, applications.decidedBy))
    .leftJoin(enterers, eq(enterers.id, applications.enteredBy))
    .leftJoin(employers, eq(employers.id, applications.employerId))
    .leftJoin(
      occupations,
      and(
        eq(occupations.code, applications.occupationCode),
        eq(occupations.version, applications.occupationVersion),
      ),
    )
    .where(
      and(
        eq(applications.id, id),
        ne(applications.status, 'draft'),
        or(inScope(applications.deskId, granted), inScope(applications.organisationId, granted)),
      ),
    );
  if (!row?.deskId) throw new NotFound('application');
  return { ...row, deskId: row.deskId };
}

type Row = Awaited<ReturnType<typeof findRow>>;

/** How many members name this employer, and whether this person was one before: the system counts. */
async function countFor(tx: Ctx, row: Row) {
  return within(tx, asSystem(tx), async (systemTx) => {
    const [count] = await systemTx.db
      .select({
        colleagues: sql<number>`count(*) filter (where ${memberships.employerId} = ${row.employerId}::uuid and ${memberships.status} <> 'left')::int`,
        earlier: sql<number>`count(*) filter (where ${memberships.personId} = ${row.personId}::uuid and ${memberships.status} = 'left')::int`,
      })
      .from(memberships)
      .where(
        or(
          eq(memberships.personId, row.personId),
          sql`${memberships.employerId} = ${row.employerId}::uuid`,
        ),
      );
    return { colleagues: count?.colleagues ?? 0, earlier: count?.earlier ?? 0 };
  });
}

async function checksFor(tx: Ctx, row: Row, documentLabel: string, beginsProvisional: boolean) {
  const { idIndex, personId, employerName } = row;
  const rules = await readSettings(tx, { minimumAge });
  const counted = await countFor(tx, row);
  const known = row.employerId !== null && employerName !== null;
  return checksOf({
    documentLabel,
    birthOn: row.birthOn,
    today: todayOn(tx.now),
    minimumAge: rules.minimumAge,
    documentInUse: idIndex !== null && (await isDocumentInUse(tx, { idIndex, personId })),
    employer: known
      ? { name: employerName, hasUnion: row.employerUnionId !== null, members: counted.colleagues }
      : null,
    hasEarlierMembership: counted.earlier > 0,
    beginsProvisional,
  });
}

/** Whether approving makes a 预备会员 of the applicant; said while it can still be decided. */
async function willBeProvisional(tx: Ctx, row: Row): Promise<boolean> {
  const { asProvisional } = await readSettings(tx, { asProvisional: provisionalMembers });
  return isWaiting(row.status) && statusOnJoining(row, asProvisional === 1) === 'provisional';
}

const listEvents = (tx: Ctx, row: Row) =>
  tx.db
    .select({
      id: applicationEvents.id,
      at: applicationEvents.at,
      type: applicationEvents.type,
      note: applicationEvents.note,
      fields: applicationEvents.fields,
      label: applicationEvents.actorLabel,
      actorId: applicationEvents.actorAccountId,
      officer: accounts.displayName,
    })
    .from(applicationEvents)
    .leftJoin(accounts, eq(accounts.id, applicationEvents.actorAccountId))
    .where(eq(applicationEvents.applicationId, row.id))
    .orderBy(asc(applicationEvents.id));

const historyOf = (row: Row, events: Awaited<ReturnType<typeof listEvents>>) =>
  events.map((event) => ({
    at: event.at,
    // Officers know each other by name; the worker's own page says the union instead.
    who:
      event.actorId === null || event.actorId === row.accountId
        ? event.label
        : (event.officer ?? event.label),
    what: historyText(event, row.channel),
  }));

/** Why the officer cannot decide now, or null when they can. */
async function whyNot(tx: Ctx, row: Row, path: string[]) {
  if (!isWaiting(row.status)) return 'settled' as const;
  if (!canReviewApplication(tx.actor, path)) return 'other_desk' as const;
  if (await isOwnCase(tx, row)) return 'own_case' as const;
  return canDecideApplication(tx.actor, path, row) ? null : ('entered_by_you' as const);
}

/**
 * An application as the desk reads it: numbers masked, checks made, history, and whether to decide. Throws
 * NotFound outside the officer's desks.
 */
export async function getDeskApplication(ctx: Ctx, id: string) {
  if (!isUuid(id)) throw new NotFound('application');
  return read(ctx, async (tx) => {
    const row = await findRow(tx, id);
    const type = identityDocumentTypes.find((known) => known === row.idType) ?? 'resident_id';
    const documentLabel = identityDocumentLabels[type];
    const { phoneSealed, idIndex: _index, ...shown } = row;
    const events = await listEvents(tx, row);
    const beginsProvisional = await willBeProvisional(tx, row);
    return {
      ...shown,
      documentLabel,
      phoneMasked: maskPhone(
        openField(phoneSealed, accountPhone(row.accountId)).replace(/\D/g, ''),
      ),
      unread: isUnread(row),
      blockedReason: await whyNot(tx, row, await organisationPath(tx, row.deskId)),
      trail: await breadcrumbs(tx, row.organisationId ?? row.deskId),
      beginsProvisional,
      checks: await checksFor(tx, row, documentLabel, beginsProvisional),
      corrections: isWaiting(row.status) ? correctionsOf(events) : null,
      history: historyOf(row, events),
      clock: await findClock(tx, answerClock(id)),
      now: tx.now,
    };
  });
}

export type DeskApplication = Awaited<ReturnType<typeof getDeskApplication>>;
