import 'server-only';
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { askedSides } from '@/db/schema/enums';
import { people } from '@/db/schema/identity';
import { memberships } from '@/db/schema/membership';
import { organisations } from '@/db/schema/organisations';
import { transferSides, transfers } from '@/db/schema/transfers';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { canReviewApplication } from '@/features/members/policy';
import { inScope, organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { read, readAsSystem } from '@/lib/transaction';
import { MOST_WAITING } from './desk-transfers';
import { sidesOf } from './my-transfer';

const from = alias(organisations, 'from_union');
const to = alias(organisations, 'to_union');

const columns = {
  id: transfers.id,
  number: transfers.number,
  status: transfers.status,
  /** Null where the officer may not see the person yet. */
  name: sql<string | null>`${people.name}`,
  from: from.shortName,
  to: to.shortName,
  side: transferSides.side,
  sideStatus: transferSides.status,
  dueOn: sql<string | null>`${transferSides.dueOn}::text`,
  createdAt: transfers.createdAt,
  closedAt: transfers.closedAt,
  effectiveOn: transfers.effectiveOn,
};

const rows = (tx: Ctx) =>
  tx.db
    .select(columns)
    .from(transferSides)
    .innerJoin(transfers, eq(transfers.id, transferSides.transferId))
    .innerJoin(from, eq(from.id, transfers.fromId))
    .innerJoin(to, eq(to.id, transfers.toId))
    .leftJoin(people, eq(people.id, transfers.personId));

const asked = inArray(transferSides.status, [...askedSides]);

/**
 * 转会 at the officer's desks: the sides that wait for an answer there, the most urgent first, and the transfers of
 * their unions that ended last, the newest first.
 * @param most of those that wait, how many at most
 */
export async function listDeskSides(ctx: Ctx, most = MOST_WAITING) {
  authorize(canReviewApplication.anywhere(ctx.actor));
  return read(ctx, async (tx) => {
    const mine = inScope(transferSides.deskId, canReviewApplication.organisationsOf(tx.actor));
    return {
      waiting: await rows(tx)
        .where(and(mine, asked, eq(transfers.status, 'open')))
        .orderBy(asc(transferSides.dueOn), asc(transfers.createdAt))
        .limit(most),
      ended: await rows(tx)
        .where(and(mine, inArray(transfers.status, ['done', 'refused', 'withdrawn'])))
        .orderBy(desc(transfers.closedAt))
        .limit(20),
    };
  });
}

export type DeskSide = Awaited<ReturnType<typeof listDeskSides>>['waiting'][number];

/** Whose 会籍 it is: told to both unions, for the transfer says so. As the system. */
const whoIs = (tx: Ctx, membershipId: string) =>
  readAsSystem(tx, async (systemTx) => {
    const [row] = await systemTx.db
      .select({ name: people.name, memberNo: memberships.memberNo, joinedOn: memberships.joinedOn })
      .from(memberships)
      .innerJoin(people, eq(people.id, memberships.personId))
      .where(eq(memberships.id, membershipId));
    return row ?? null;
  });

/**
 * One transfer as a desk reads it: who, from where to where, both sides, and which of them this officer answers. Throws
 * NotFound outside the officer's unions.
 */
export async function getDeskCase(ctx: Ctx, id: string) {
  authorize(canReviewApplication.anywhere(ctx.actor));
  if (!isUuid(id)) throw new NotFound('transfer');
  return read(ctx, async (tx) => {
    const [row] = await tx.db
      .select({
        ...{ id: transfers.id, number: transfers.number, status: transfers.status },
        ...{ from: from.shortName, to: to.shortName, employerName: transfers.employerName },
        ...{ accountId: transfers.accountId, membershipId: transfers.membershipId },
        ...{ createdAt: transfers.createdAt, effectiveOn: transfers.effectiveOn },
      })
      .from(transfers)
      .innerJoin(from, eq(from.id, transfers.fromId))
      .innerJoin(to, eq(to.id, transfers.toId))
      .where(eq(transfers.id, id));
    if (!row) throw new NotFound('transfer');
    const sides = await Promise.all(
      (await sidesOf(tx, id)).map(async (side) => ({
        ...side,
        mine: canReviewApplication(tx.actor, await organisationPath(tx, side.deskId)),
      })),
    );
    const { accountId, membershipId, ...shown } = row;
    return {
      ...shown,
      sides,
      who: await whoIs(tx, membershipId),
      own: await isOwnCase(tx, { accountId }),
      now: tx.now,
    };
  });
}

export type DeskCase = Awaited<ReturnType<typeof getDeskCase>>;
