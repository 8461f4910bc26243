import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import { people } from '@/db/schema/identity';
import { memberships } from '@/db/schema/membership';
import { membershipCases } from '@/db/schema/membership-cases';
import { organisations } from '@/db/schema/organisations';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { canReviewApplication } from '@/features/members/policy';
import { inScope, organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { readSettings } from '@/lib/settings';
import { read } from '@/lib/transaction';
import { lapseReadyOn } from '../rules/membership-cases';
import { lapseWaitDays, lapseWarnings } from '../settings';
import { MOST_WAITING } from './desk-transfers';

const columns = {
  id: membershipCases.id,
  kind: membershipCases.kind,
  status: membershipCases.status,
  warnings: membershipCases.warnings,
  openedAt: membershipCases.openedAt,
  decidedAt: membershipCases.decidedAt,
  decisionNote: membershipCases.decisionNote,
  openedBy: membershipCases.openedBy,
  personId: membershipCases.personId,
  accountId: membershipCases.accountId,
  organisationId: membershipCases.organisationId,
  union: organisations.shortName,
  name: people.name,
  memberNo: memberships.memberNo,
};

const rows = (tx: Ctx) =>
  tx.db
    .select(columns)
    .from(membershipCases)
    .innerJoin(organisations, eq(organisations.id, membershipCases.organisationId))
    .innerJoin(people, eq(people.id, membershipCases.personId))
    .innerJoin(memberships, eq(memberships.id, membershipCases.membershipId));

const termsIn = (tx: Ctx) => readSettings(tx, { needed: lapseWarnings, days: lapseWaitDays });

/**
 * Open cases of 自动退会 and 除名 at the officer's desks, the oldest first, each with the day from which it may be done.
 * @param most how many at most
 */
export async function listMembershipCases(ctx: Ctx, most = MOST_WAITING) {
  authorize(canReviewApplication.anywhere(ctx.actor));
  return read(ctx, async (tx) => {
    const terms = await termsIn(tx);
    const mine = inScope(
      membershipCases.organisationId,
      canReviewApplication.organisationsOf(tx.actor),
    );
    const open = await rows(tx)
      .where(and(mine, eq(membershipCases.status, 'open')))
      .orderBy(asc(membershipCases.openedAt))
      .limit(most);
    return open.map((row) => ({
      ...row,
      readyOn: row.kind === 'lapse' ? lapseReadyOn(row, terms) : null,
    }));
  });
}

export type MembershipCaseLine = Awaited<ReturnType<typeof listMembershipCases>>[number];

/** One case with what this officer may do. Throws NotFound outside the officer's unions. */
export async function getMembershipCase(ctx: Ctx, id: string) {
  authorize(canReviewApplication.anywhere(ctx.actor));
  if (!isUuid(id)) throw new NotFound('membership_case');
  return read(ctx, async (tx) => {
    const [row] = await rows(tx).where(eq(membershipCases.id, id));
    if (!row || tx.actor.kind !== 'account') throw new NotFound('membership_case');
    const path = await organisationPath(tx, row.organisationId);
    authorize(canReviewApplication(tx.actor, path));
    const terms = await termsIn(tx);
    const upper = row.kind === 'expel' ? path.slice(1) : path;
    const { openedBy, ...shown } = row;
    return {
      ...shown,
      ...terms,
      readyOn: row.kind === 'lapse' ? lapseReadyOn(row, terms) : null,
      own: await isOwnCase(tx, row),
      mayCarryOut: canReviewApplication(tx.actor, upper) && openedBy !== tx.actor.accountId,
      now: tx.now,
    };
  });
}

export type MembershipCaseView = Awaited<ReturnType<typeof getMembershipCase>>;
