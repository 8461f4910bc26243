import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';

/** Once published; a draft that was given up never was. */
const shown = sql`o.status <> 'draft' and o.published_at is not null`;

/**
 * Whether an offering `o` is for the eyes of a person: published, and open to all or to the subtree that their
 * union lies in. Null is nobody signed in, or somebody without a person yet.
 */
export const isForPerson = (personId: string | null): SQL =>
  personId === null
    ? sql`(${shown} and o.visibility = 'all')`
    : sql`(${shown} and (o.visibility = 'all' or exists (
        select 1 from people p join organisation_closure c on c.descendant_id = p.union_id
        where p.id = ${personId}::uuid and c.ancestor_id = o.organisation_id)))`;

/**
 * The organiser of an offering that this person may see.
 * @throws NotFound for a draft, an unknown id and what is only for another union's subtree
 */
export async function organiserOfVisible(tx: Ctx, id: string, personId: string): Promise<string> {
  if (!isUuid(id)) throw new NotFound('offering');
  const [row] = await tx.db.execute<{ organiser: string }>(sql`
    select o.organisation_id as organiser from offerings o
    where o.id = ${id}::uuid and ${isForPerson(personId)}`);
  if (!row) throw new NotFound('offering');
  return row.organiser;
}
