import 'server-only';
import { sql } from 'drizzle-orm';
import type { OrganisationKind } from '@/features/organisations/rules/kinds';
import { placeName } from '@/features/organisations/rules/place-name';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { wordKey } from '../rules/member-line';
import type { ParentUnion, UnionWords } from '../rules/union-line';
import { areasOf } from './employer-words';

interface Union extends Record<string, unknown> {
  id: string;
  name: string;
  short_name: string;
  uscc: string | null;
  kind: OrganisationKind;
  area_code: string | null;
  town_id: string | null;
  closed: boolean;
  has_home: boolean;
  inside: boolean;
}

type Meaning = ParentUnion | { readonly refused: string };

const parentOf = ({ id, kind, town_id, closed, has_home }: Union): ParentUnion => ({
  ...{ id, kind, townId: town_id, hasHome: has_home, closedAt: closed ? new Date(0) : null },
});

const meaningOf = (union: Union): Meaning => {
  if (!union.inside)
    return { refused: `上级${union.name}不在这次导入的范围，请由它自己或上级导入` };
  return union.closed ? { refused: `上级${union.name}已撤销，请填现在的上级` } : parentOf(union);
};

/** What each word means; those inside come first, and a word of two of them means none. */
function byWord(unions: readonly Union[], wordsOf: (union: Union) => readonly (string | null)[]) {
  const found = new Map<string, Meaning>();
  const owners = new Map<string, Union>();
  for (const union of [...unions].sort((a, b) => Number(b.inside) - Number(a.inside)))
    for (const word of wordsOf(union)) {
      const key = wordKey(word ?? '');
      const owner = owners.get(key);
      if (key === '' || owner?.id === union.id || (owner && !union.inside)) continue;
      found.set(key, owner ? { refused: `有两个工会叫“${word}”，请填代码` } : meaningOf(union));
      owners.set(key, union);
    }
  return found;
}

/**
 * What the words of a list of unions mean today: the unions at and below the one whose list it is, and why no row
 * may stand below any other. Throws where that one is gone.
 */
export async function unionBookWords(tx: Ctx, organisationId: string): Promise<UnionWords> {
  const unions = await tx.db.execute<Union>(sql`
    select o.id, o.name, o.short_name, o.uscc, o.kind, o.area_code, o.town_id, o.closed_at is not null as closed,
      exists (select 1 from organisations h where h.parent_id = o.id and h.kind = 'online_home'
        and h.closed_at is null) as has_home,
      exists (select 1 from organisation_closure c
        where c.descendant_id = o.id and c.ancestor_id = ${organisationId}::uuid) as inside
    from organisations o where o.kind <> 'partner' order by o.closed_at is not null, o.name, o.id`);
  const own = unions.find(({ id }) => id === organisationId);
  if (!own) throw new Error('a list of no union');
  const towns = unions.filter(({ kind }) => kind === 'town_federation');
  return {
    today: todayOn(tx.now),
    unions: byWord(unions, ({ name, short_name, uscc }) => [name, short_name, uscc]),
    towns: byWord(towns, ({ name, short_name }) => [placeName(name), name, short_name]),
    own: parentOf(own),
    areas: areasOf(towns),
  };
}
