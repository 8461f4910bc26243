import 'server-only';
import { and, desc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { people } from '@/db/schema/identity';
import { memberships } from '@/db/schema/membership';
import { organisations } from '@/db/schema/organisations';
import { secondments } from '@/db/schema/secondments';
import { canSeeMembers } from '@/features/members/policy';
import { inScope } from '@/features/organisations/queries/scope';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { read, readAsSystem } from '@/lib/transaction';
import { lastDay, secondmentState } from '../rules/secondment';

const PAGE = 25;
const hosts = alias(organisations, 'hosts');
const homes = alias(organisations, 'homes');

const columns = {
  id: secondments.id,
  personId: secondments.personId,
  organisationId: secondments.organisationId,
  home: homes.shortName,
  host: sql<string>`coalesce(${hosts.shortName}, ${secondments.hostName})`,
  startsOn: secondments.startsOn,
  endsOn: secondments.endsOn,
  endedOn: secondments.endedOn,
  withdrawnAt: secondments.withdrawnAt,
  reason: secondments.reason,
  endReason: secondments.endReason,
  membershipEndedOn: memberships.endedOn,
};

const found = (tx: Ctx) =>
  tx.db
    .select(columns)
    .from(secondments)
    .innerJoin(homes, eq(homes.id, secondments.organisationId))
    .innerJoin(memberships, eq(memberships.id, secondments.membershipId))
    .leftJoin(hosts, eq(hosts.id, secondments.hostId))
    .$dynamic();

type Found = Awaited<ReturnType<typeof found>>[number];

const withState =
  (today: string) =>
  ({ withdrawnAt, membershipEndedOn, endedOn, ...shown }: Found) => {
    const days = { ...shown, withdrawnAt, membershipEndedOn, endedOn };
    return { ...shown, state: secondmentState(days, today), lastOn: lastDay(days) };
  };

export type Secondment = ReturnType<ReturnType<typeof withState>>;

/** The signed-in worker's own, the newest first, at most 20; none for who has no person. */
export async function listMySecondments(ctx: Ctx): Promise<Secondment[]> {
  const { actor } = ctx;
  if (actor.kind !== 'account' || actor.personId === null) return [];
  const { personId } = actor;
  return read(ctx, async (tx) => {
    const rows = await found(tx)
      .where(and(eq(secondments.personId, personId), isNull(secondments.withdrawnAt)))
      .orderBy(desc(secondments.startsOn))
      .limit(20);
    return rows.map(withState(todayOn(tx.now)));
  });
}

/** Those of a member whom the officer may see, the newest first, at most 50. */
export const listSecondmentsOf = (ctx: Ctx, personId: string): Promise<Secondment[]> =>
  read(ctx, async (tx) => {
    const seen = inScope(secondments.organisationId, canSeeMembers.organisationsOf(tx.actor));
    const rows = await found(tx)
      .where(and(eq(secondments.personId, personId), seen))
      .orderBy(desc(secondments.startsOn))
      .limit(50);
    return rows.map(withState(todayOn(tx.now)));
  });

/**
 * A page of those that the officer's unions lend or have taken in, 25 a page, the newest first; a page beyond the
 * last is the last. Names are read as the system: the host has no row of whom it took in.
 * @param over those that are over, instead of those that go on or come
 */
export async function listSecondments(
  ctx: Ctx,
  { over, page: asked }: { over: boolean; page: number },
) {
  const granted = canSeeMembers.organisationsOf(ctx.actor);
  const end = sql`least(coalesce(${secondments.endedOn}, ${secondments.endsOn}), ${memberships.endedOn})`;
  return readAsSystem(ctx, async (systemTx) => {
    const today = todayOn(systemTx.now);
    const lent = inScope(secondments.organisationId, granted);
    const where: SQL | undefined = and(
      sql`(${lent} or ${inScope(secondments.hostId, granted)})`,
      over
        ? sql`(${secondments.withdrawnAt} is not null or ${end} < ${today}::date)`
        : sql`(${secondments.withdrawnAt} is null and ${end} >= ${today}::date)`,
    );
    const [{ total } = { total: 0 }] = await systemTx.db
      .select({ total: sql<number>`count(*)::int` })
      .from(secondments)
      .innerJoin(memberships, eq(memberships.id, secondments.membershipId))
      .where(where);
    const pages = Math.max(1, Math.ceil(total / PAGE));
    const page = Math.min(asked, pages);
    const rows = await systemTx.db
      .select({ ...columns, name: people.name, lent: sql<boolean>`${lent}` })
      .from(secondments)
      .innerJoin(homes, eq(homes.id, secondments.organisationId))
      .innerJoin(memberships, eq(memberships.id, secondments.membershipId))
      .innerJoin(people, eq(people.id, secondments.personId))
      .leftJoin(hosts, eq(hosts.id, secondments.hostId))
      .where(where)
      .orderBy(desc(secondments.startsOn), desc(secondments.id))
      .limit(PAGE)
      .offset((page - 1) * PAGE);
    const state = withState(today);
    return {
      ...{ total, page, pages },
      rows: rows.map(({ name, lent: mine, ...row }) => ({ ...state(row), name, lent: mine })),
    };
  });
}

export type SecondmentPage = Awaited<ReturnType<typeof listSecondments>>;
