import 'server-only';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import { identityCorrections } from '@/db/schema/corrections';
import { accountOf } from '@/lib/actor';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';

/** Whose it is: the person's own, or that of a child for its guardians of today. */
export const isOwn = ({ actor }: Ctx): SQL => {
  const accountId = accountOf(actor);
  const { accountId: by, childId } = identityCorrections;
  return sql`((${by} = ${accountId}::uuid and ${childId} is null)
    or ${childId} in (select app_children()))`;
};

/**
 * One request of the family's own, inside a transaction. Throws NotFound for everybody else, also for a
 * guardian who has left the child.
 */
export async function ownCorrection(tx: Ctx, id: string, { lock = false } = {}) {
  if (!isUuid(id) || tx.actor.kind !== 'account') throw new NotFound('correction');
  const query = tx.db
    .select()
    .from(identityCorrections)
    .where(and(eq(identityCorrections.id, id), isOwn(tx)));
  const [row] = await (lock ? query.for('update') : query);
  if (!row) throw new NotFound('correction');
  return row;
}

export type CorrectionRow = Awaited<ReturnType<typeof ownCorrection>>;
