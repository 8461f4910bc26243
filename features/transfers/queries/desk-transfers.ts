import 'server-only';
import { and, asc, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import { accounts, people } from '@/db/schema/identity';
import { membershipApplications as applications, memberships } from '@/db/schema/membership';
import { organisations } from '@/db/schema/organisations';
import { transferRequests as requests } from '@/db/schema/transfers';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { canReviewApplication, canSeeMembers } from '@/features/members/policy';
import { findOccupation, occupationName } from '@/features/members/queries/occupations';
import { groupMemberNumber } from '@/features/members/rules/numbers';
import { inScope, organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import type { Actor } from '@/lib/actor';
import { asSystem, type Ctx } from '@/lib/ctx';
import { formatFullDay, todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { read, within } from '@/lib/transaction';
import { wishWords } from '../rules/membership-requests';
import { type Holding, transferChecks } from '../rules/transfer';
import { transferDraft } from './transfer-draft';

const columns = {
  id: requests.id,
  kind: requests.kind,
  wish: requests.wish,
  occupationCode: requests.occupationCode,
  askedEmployer: requests.employerName,
  changeReason: requests.changeReason,
  changeOn: requests.changeOn,
  talkedOn: requests.talkedOn,
  talkNote: requests.talkNote,
  number: requests.number,
  status: requests.status,
  note: requests.note,
  createdAt: requests.createdAt,
  closedAt: requests.closedAt,
  accountId: requests.accountId,
  personId: requests.personId,
  idIndex: requests.idIndex,
  unionName: organisations.shortName,
  phoneTail: accounts.phoneTail,
  name: sql<
    string | null
  >`coalesce((select a.name from ${applications} a where a.account_id = ${requests.accountId}
    and a.id_index = ${requests.idIndex} order by a.created_at desc limit 1), ${people.name})`,
};

const rows = (tx: Ctx) =>
  tx.db
    .select(columns)
    .from(requests)
    .innerJoin(organisations, eq(organisations.id, requests.organisationId))
    .innerJoin(accounts, eq(accounts.id, requests.accountId))
    .leftJoin(people, eq(people.id, requests.personId));

const mine = (actor: Actor) =>
  inScope(requests.organisationId, canReviewApplication.organisationsOf(actor));

/** How many requests that wait stand on the page, in rows. */
export const MOST_WAITING = 100;

/**
 * Requests about a 会籍 for the officer's unions: those that wait, oldest first, and the last answered ones.
 * @param most of those that wait, how many at most
 */
export async function listTransfers(ctx: Ctx, most = MOST_WAITING) {
  authorize(canReviewApplication.anywhere(ctx.actor));
  return read(ctx, async (tx) => ({
    waiting: await rows(tx)
      .where(and(mine(tx.actor), eq(requests.status, 'requested')))
      .orderBy(asc(requests.createdAt))
      .limit(most),
    closed: await rows(tx)
      .where(and(mine(tx.actor), eq(requests.status, 'closed')))
      .orderBy(desc(requests.closedAt))
      .limit(20),
    now: tx.now,
  }));
}

export type TransferLine = Awaited<ReturnType<typeof listTransfers>>['waiting'][number];

/** Another person's membership with this document, else another's application; read as the system. */
async function findHolder(tx: Ctx, { idIndex, personId }: TransferLine) {
  if (idIndex === null) return null;
  return within(tx, asSystem(tx), async (systemTx) => {
    const [member] = await systemTx.db
      .select({
        personId: people.id,
        organisationId: memberships.organisationId,
        union: organisations.shortName,
        name: people.name,
        memberNo: memberships.memberNo,
      })
      .from(people)
      .innerJoin(memberships, eq(memberships.personId, people.id))
      .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
      .where(
        and(eq(people.idIndex, idIndex), ne(people.id, personId), ne(memberships.status, 'left')),
      );
    if (member) return { ...member, number: null };
    const [applicant] = await systemTx.db
      .select({
        personId: applications.personId,
        organisationId: organisations.id,
        union: organisations.shortName,
        name: applications.name,
        number: applications.number,
      })
      .from(applications)
      .innerJoin(organisations, eq(organisations.id, applications.organisationId))
      .where(
        and(
          eq(applications.idIndex, idIndex),
          ne(applications.personId, personId),
          inArray(applications.status, ['submitted', 'in_review', 'sent_back']),
        ),
      );
    return applicant ? { ...applicant, memberNo: null } : null;
  });
}

/** Only what the officer could look up anyway leaves this function. */
async function holdingFor(tx: Ctx, line: TransferLine): Promise<Holding & { personId?: string }> {
  const holder = await findHolder(tx, line);
  if (!holder) return { kind: 'none' };
  const path = await organisationPath(tx, holder.organisationId);
  if (!canSeeMembers(tx.actor, path)) return { kind: 'elsewhere' };
  const { union, memberNo, personId } = holder;
  return memberNo === null
    ? { kind: 'applicant', union, number: holder.number ?? '' }
    : {
        kind: 'member',
        union,
        personId,
        name: holder.name ?? '',
        memberNo: groupMemberNumber(memberNo),
      };
}

/** What the 会籍 says of work now: 快递员，速邮快递. */
async function presentWork(tx: Ctx, personId: string): Promise<string | null> {
  const [row] = await tx.db
    .select({
      code: memberships.occupationCode,
      version: memberships.occupationVersion,
      employer: memberships.employerName,
    })
    .from(memberships)
    .where(and(eq(memberships.personId, personId), ne(memberships.status, 'left')));
  if (!row) return null;
  const occupation = await occupationName(tx, row.code, row.version);
  return [occupation, row.employer ?? '没有固定单位'].filter(Boolean).join('，');
}

/**
 * One request as the desk reads it: who asks, what the system found, whether to answer. Throws NotFound
 * outside the officer's unions.
 */
export async function getTransfer(ctx: Ctx, id: string) {
  return read(ctx, async (tx) => {
    const [line] = await rows(tx).where(and(mine(tx.actor), eq(requests.id, id)));
    if (!line) throw new NotFound('transfer_request');
    const { idIndex: _index, occupationCode, ...shown } = line;
    const own = await isOwnCase(tx, line);
    if (line.kind !== 'joining') {
      const wanted = await findOccupation(tx, occupationCode ?? '', todayOn(tx.now));
      const since = line.changeOn && formatFullDay(line.changeOn);
      const occupation = wanted?.name ?? null;
      const asked = { ...line, occupation, employerName: line.askedEmployer, since };
      const found = { idMasked: null, checks: [], memberPersonId: line.personId };
      const employerName = await presentWork(tx, line.personId);
      return { ...shown, ...found, employerName, asked: wishWords(asked), own, now: tx.now };
    }
    const draft = await transferDraft(tx, line);
    const holding = await holdingFor(tx, line);
    return {
      ...shown,
      asked: null,
      idMasked: draft?.idMasked ?? null,
      employerName: draft?.employerName ?? null,
      checks: transferChecks(line.name, holding),
      memberPersonId: holding.personId ?? null,
      own,
      now: tx.now,
    };
  });
}

export type DeskTransfer = Awaited<ReturnType<typeof getTransfer>>;
