import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { children, guardians } from '@/db/schema/family';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';

/**
 * A child locked for a change, with its confirmed guardians. The row lock makes two guardians who
 * leave at once go one after the other. Throws NotFound for a child that is not the actor's to see.
 */
export async function guardedChild(tx: Ctx, childId: string) {
  const [child] = await tx.db
    .select({
      id: children.id,
      nameMasked: children.nameMasked,
      schoolEntryYear: children.schoolEntryYear,
    })
    .from(children)
    .where(and(eq(children.id, childId), isNull(children.removedAt)))
    .for('update');
  if (!child) throw new NotFound('child');
  const rows = await tx.db
    .select({ id: guardians.id, personId: guardians.personId, accountId: guardians.accountId })
    .from(guardians)
    .where(and(eq(guardians.childId, childId), eq(guardians.status, 'confirmed')));
  const guardianPersonIds = rows.flatMap((row) => (row.personId ? [row.personId] : []));
  return { child, guardians: rows, guardianPersonIds };
}
