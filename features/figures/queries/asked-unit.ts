import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { inScope } from '@/features/organisations/queries/scope';
import type { OrganisationKind } from '@/features/organisations/rules/kinds';
import { placeName } from '@/features/organisations/rules/place-name';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import type { FigureSet } from '@/lib/figures';
import { setsFor } from './union-sets';

interface Unit extends Record<string, unknown> {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
}

/** Whose figures are read: one unit with those above it that may be read too, and the units below that divide it. */
export interface AskedUnit {
  /** Null where several units are read together. */
  readonly unit: Unit | null;
  readonly above: readonly Unit[];
  /** Organisations: what lies below one of them counts. */
  readonly top: readonly string[];
  readonly lines: readonly Unit[];
}

/** Organisations at which the reader may open rows of the set, or of any set; of the system the roots. */
async function grantedOf(tx: Ctx, sets: readonly FigureSet[]): Promise<string[]> {
  if (tx.actor.kind !== 'system')
    return [...new Set(sets.flatMap(({ may }) => may.organisationsOf(tx.actor)))];
  const roots = await tx.db.execute<{ id: string }>(
    sql`select id from organisations where parent_id is null and kind <> 'partner'`,
  );
  return roots.map(({ id }) => id);
}

const named = (unit: Unit): Unit => ({
  ...unit,
  name: unit.kind === 'town_federation' ? placeName(unit.name) : unit.name,
});

const columns = sql`o.id, o.short_name as name, o.kind`;

/** Units below one, in the order of the tree; closed ones too, since they have a past. */
const below = (tx: Ctx, id: string) =>
  tx.db.execute<Unit>(sql`select ${columns} from organisations o
    where o.parent_id = ${id}::uuid and o.kind <> 'partner' order by o.sort_key, o.id`);

/**
 * The unit that the address asks for, else the one where the reader has rights; those of several together where
 * they have rights at several. Throws NotFound for a unit outside them.
 */
export async function readAskedUnit(tx: Ctx, id: string | undefined): Promise<AskedUnit> {
  const granted = await grantedOf(tx, setsFor(tx.actor));
  const only = id ?? (granted.length === 1 ? granted[0] : undefined);
  if (only === undefined) {
    const lines = await tx.db.execute<Unit>(sql`select ${columns} from organisations o
      where o.id = any (${`{${granted.join(',')}}`}::uuid[]) order by o.sort_key, o.id`);
    return { unit: null, above: [], top: granted, lines: lines.map(named) };
  }
  const path = await tx.db.execute<Unit>(sql`select ${columns} from organisation_closure c
    join organisations o on o.id = c.ancestor_id
    where c.descendant_id = ${only}::uuid and ${inScope(sql`o.id`, granted)} order by c.depth desc`);
  const unit = path.at(-1);
  if (unit?.id !== only) throw new NotFound('organisation');
  const lines = await below(tx, only);
  return { unit: named(unit), above: path.slice(0, -1), top: [only], lines: lines.map(named) };
}

/**
 * `units`, the beginning of a statement over a set: each organisation that is asked for and whose rows the reader
 * may open, with the key of its line, `own` for what belongs to the unit itself.
 */
export async function unitsAsked(tx: Ctx, set: FigureSet, { top, lines }: AskedUnit): Promise<SQL> {
  const list = (ids: readonly string[]) => sql`${`{${ids.join(',')}}`}::uuid[]`;
  const granted = await grantedOf(tx, [set]);
  return sql`units as materialized (
    select s.descendant_id as id, coalesce(max(k.ancestor_id::text), 'own') as key
    from organisation_closure s left join organisation_closure k
      on k.descendant_id = s.descendant_id and k.ancestor_id = any (${list(lines.map(({ id }) => id))})
    where s.ancestor_id = any (${list(top)}) and ${inScope(sql`s.descendant_id`, granted)}
    group by s.descendant_id)`;
}
