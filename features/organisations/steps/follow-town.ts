import 'server-only';
import { sql } from 'drizzle-orm';
import { organisations } from '@/db/schema/organisations';
import type { Ctx } from '@/lib/ctx';
import { inScope } from '../queries/scope';

/**
 * Unions that were put below another parent lie in its town, with all below them; their employers follow, as far as
 * they lay in the town of their union. Below an industry a union stays in the town it lies in.
 * @param townId of the new parent; null changes nothing
 */
export async function followTown(
  tx: Ctx,
  ids: readonly string[],
  townId: string | null,
): Promise<void> {
  if (townId === null || ids.length === 0) return;
  // First, while the unions still say where they lay.
  await tx.db.execute(sql`update employers e set town_id = ${townId}::uuid, version = e.version + 1
    from organisations o where o.id = e.union_id and ${inScope(sql`o.id`, ids)}
      and e.town_id = o.town_id and e.town_id <> ${townId}::uuid`);
  await tx.db.update(organisations).set({ townId }).where(inScope(organisations.id, ids));
}
