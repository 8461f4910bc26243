import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { childBirth, childName, children, guardians } from '@/db/schema/family';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { ageOn, todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { read } from '@/lib/transaction';
import type { Relation } from '../schema/family';

/** A child as its guardian sees it; the ID stays masked. */
export interface FamilyChild {
  readonly id: string;
  readonly name: string;
  readonly idMasked: string;
  readonly birthOn: string;
  readonly age: number;
  readonly sex: 'male' | 'female';
  readonly school: string | null;
  readonly schoolEntryYear: number;
  readonly version: number;
  /** How the signed-in person is related. */
  readonly relation: Relation | null;
  /** Other guardians: confirmed, or invited by a phone tail. */
  readonly others: readonly {
    id: string;
    relation: Relation | null;
    status: 'invited' | 'confirmed';
    phoneTail: string | null;
  }[];
}

type Other = FamilyChild['others'][number];

/** The children of whom the signed-in person is a confirmed guardian, oldest entry first; one statement. */
export async function listChildren(ctx: Ctx): Promise<FamilyChild[]> {
  const { actor } = ctx;
  const personId = actor.kind === 'account' ? actor.personId : null;
  if (!personId) return [];
  return read(ctx, async (tx) => {
    const rows = await tx.db
      .select({
        child: children,
        relation: guardians.relation,
        others: sql<Other[]>`(select coalesce(json_agg(json_build_object('id', g.id,
          'relation', g.relation, 'status', g.status, 'phoneTail', g.invited_phone_tail)
          order by g.created_at), '[]') from guardians g where g.child_id = ${children.id}
          and g.person_id is distinct from ${personId}::uuid and (g.status = 'confirmed'
            or (g.status = 'invited' and g.expires_at > now())))`,
      })
      .from(guardians)
      .innerJoin(children, eq(children.id, guardians.childId))
      .where(
        and(
          eq(guardians.personId, personId),
          eq(guardians.status, 'confirmed'),
          isNull(children.removedAt),
        ),
      )
      .orderBy(children.createdAt);
    const today = todayOn(tx.now);
    return rows.map(({ child, relation, others }) => {
      const birthOn = openField(child.birthSealed, childBirth(child.id));
      return {
        id: child.id,
        name: openField(child.nameSealed, childName(child.id)),
        idMasked: child.idMasked,
        birthOn,
        age: ageOn(birthOn, today),
        sex: child.sex,
        school: child.school,
        schoolEntryYear: child.schoolEntryYear,
        version: child.version,
        relation,
        others,
      };
    });
  });
}

/** One of one's own children. Throws NotFound for any other. */
export async function getChild(ctx: Ctx, childId: string): Promise<FamilyChild> {
  const child = (await listChildren(ctx)).find((c) => c.id === childId);
  if (!child) throw new NotFound('child');
  return child;
}
