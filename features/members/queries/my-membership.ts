import 'server-only';
import { and, eq, ne } from 'drizzle-orm';
import { people } from '@/db/schema/identity';
import { memberships, occupations } from '@/db/schema/membership';
import { organisations } from '@/db/schema/organisations';
import type { Ctx } from '@/lib/ctx';
import { read } from '@/lib/transaction';

const facts = {
  name: people.name,
  memberNo: memberships.memberNo,
  unionName: organisations.name,
  occupationCode: memberships.occupationCode,
  occupation: occupations.name,
  employerName: memberships.employerName,
  joinedOn: memberships.joinedOn,
};

/** The signed-in worker's own 会籍 with what it says of work, or null for whoever has none. */
export async function findMyMembership(ctx: Ctx) {
  const { actor } = ctx;
  if (actor.kind !== 'account' || actor.personId === null) return null;
  const { personId } = actor;
  return read(ctx, async (tx) => {
    const [row] = await tx.db
      .select(facts)
      .from(memberships)
      .innerJoin(people, eq(people.id, memberships.personId))
      .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
      .leftJoin(
        occupations,
        and(
          eq(occupations.code, memberships.occupationCode),
          eq(occupations.version, memberships.occupationVersion),
        ),
      )
      .where(and(eq(memberships.personId, personId), ne(memberships.status, 'left')));
    return row ?? null;
  });
}

export type MyMembership = NonNullable<Awaited<ReturnType<typeof findMyMembership>>>;
