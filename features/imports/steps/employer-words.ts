import 'server-only';
import { sql } from 'drizzle-orm';
import { listKeepers } from '@/features/employer-register/queries/keepers';
import { placeName } from '@/features/organisations/rules/place-name';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import type { EmployerWords } from '../rules/employer-line';
import { wordKey } from '../rules/member-line';

interface Town extends Record<string, unknown> {
  id: string;
  name: string;
  short_name: string;
  area_code: string | null;
  closed: boolean;
  inside: boolean;
}

const meaningOf = ({ id, name, closed, inside }: Town) => {
  if (!inside) return { refused: `${placeName(name)}不在这次导入的范围，请由它自己或上级导入` };
  return closed ? { refused: `${placeName(name)}的工会已撤销，请填现在的镇街` } : { id };
};

/** What names and area codes of towns mean in this list. */
function townsByWord(towns: readonly Town[]): EmployerWords['towns'] {
  const found = new Map<string, { id: string } | { refused: string }>();
  for (const town of towns)
    for (const word of [town.name, placeName(town.name), town.short_name, town.area_code ?? '']) {
      const key = wordKey(word);
      if (key !== '' && !found.has(key)) found.set(key, meaningOf(town));
    }
  return found;
}

/** Officers who keep the register at a place, by name; two of one name are neither. */
async function keepersAt(tx: Ctx, placeId: string): Promise<Map<string, string | null>> {
  const found = new Map<string, string | null>();
  for (const { id, name } of await listKeepers(tx, [placeId]))
    found.set(name, found.has(name) ? null : id);
  return found;
}

/** First six digits of the area codes of a federation's towns: what a code given out here begins with. */
export const areasOf = (towns: readonly { area_code: string | null }[]): string[] => [
  ...new Set(towns.flatMap(({ area_code }) => area_code?.slice(0, 6) ?? [])),
];

/**
 * What the words of a list of employers mean today: the towns at and below the organisation whose list it is, why
 * each other cannot be written to from here, and who may be responsible where.
 * @param withKeepers the list has a column for the responsible officer
 */
export async function employerBookWords(
  tx: Ctx,
  organisationId: string,
  withKeepers: boolean,
): Promise<EmployerWords> {
  const towns = await tx.db.execute<Town>(sql`
    select o.id, o.name, o.short_name, o.area_code, o.closed_at is not null as closed,
      exists (select 1 from organisation_closure c
        where c.descendant_id = o.id and c.ancestor_id = ${organisationId}::uuid) as inside
    from organisations o where o.kind = 'town_federation' order by o.closed_at is not null, o.area_code, o.id`);
  const [own] = await tx.db.execute<{ root: boolean }>(
    sql`select parent_id is null as root from organisations where id = ${organisationId}::uuid`,
  );
  const townless = own?.root === true;
  const keepers = new Map<string, Map<string, string | null>>();
  if (withKeepers) {
    for (const { id } of towns.filter(({ inside }) => inside))
      keepers.set(id, await keepersAt(tx, id));
    if (townless) keepers.set('', await keepersAt(tx, organisationId));
  }
  return {
    ...{ townless, keepers, today: todayOn(tx.now) },
    towns: townsByWord(towns),
    ownTown: towns.find(({ id, closed }) => id === organisationId && !closed)?.id ?? null,
    areas: areasOf(towns),
  };
}
