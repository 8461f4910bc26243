import 'server-only';
import { and, eq } from 'drizzle-orm';
import { guardians } from '@/db/schema/family';
import { people } from '@/db/schema/identity';
import { getFederation } from '@/features/organisations/queries/organisations';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import type { CorrectedPerson } from './identity';

/**
 * Whom the signed-in person may ask a correction for: themselves, or a child whose confirmed guardian they
 * are today. Throws NotFound for anybody else.
 * @param who `self` or a child's id
 */
export async function ownSubject(tx: Ctx, who: string): Promise<CorrectedPerson> {
  const { actor } = tx;
  if (actor.kind !== 'account' || actor.personId === null) throw new NotFound('person');
  const { personId } = actor;
  if (who === 'self') return { personId, childId: null };
  if (!isUuid(who)) throw new NotFound('child');
  const mine = await tx.db.$count(
    guardians,
    and(
      eq(guardians.childId, who),
      eq(guardians.personId, personId),
      eq(guardians.status, 'confirmed'),
    ),
  );
  if (mine === 0) throw new NotFound('child');
  return { personId, childId: who };
}

/** The desk that answers: that of the person's union; of who is in none, that of the federation. */
export async function deskOf(tx: Ctx, personId: string): Promise<string> {
  const [row] = await tx.db
    .select({ unionId: people.unionId })
    .from(people)
    .where(eq(people.id, personId));
  return row?.unionId ?? (await getFederation(tx)).id;
}

export type OwnSubject = Awaited<ReturnType<typeof ownSubject>>;
