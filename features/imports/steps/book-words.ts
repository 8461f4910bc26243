import 'server-only';
import { sql } from 'drizzle-orm';
import { memberKinds } from '@/features/counter/rules/counter';
import { listOccupations } from '@/features/members/queries/occupations';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { readSettings } from '@/lib/settings';
import { type BookWords, wordKey } from '../rules/member-line';
import { importYoungest } from '../settings';

interface Union extends Record<string, unknown> {
  id: string;
  name: string;
  short_name: string;
  uscc: string | null;
  kind: string;
  closed: boolean;
  inside: boolean;
}

const takesMembers = ({ kind }: Union) => (memberKinds as readonly string[]).includes(kind);

function meaningOf(union: Union) {
  const { id, name } = union;
  if (!union.inside) return { refused: `${name}不在这次导入的范围，请由它自己或上级导入` };
  if (union.closed) return { refused: `${name}已撤销，请填现在的工会` };
  if (!takesMembers(union)) return { refused: `${name}不直接登记会员，请填基层工会` };
  return { id };
}

/** What names and codes of unions mean in this book; a name of two unions means none. */
function unionsByWord(unions: readonly Union[]): BookWords['unions'] {
  const found: Map<string, { id: string } | { refused: string }> = new Map();
  const owners = new Map<string, string>();
  // Those inside come first: a short name elsewhere does not hide them.
  for (const union of [...unions].sort((a, b) => Number(b.inside) - Number(a.inside))) {
    for (const word of new Set([union.name, union.short_name, union.uscc ?? '']).values()) {
      const key = wordKey(word);
      if (key === '' || owners.get(key) === union.id) continue;
      const twice = owners.has(key) && union.inside;
      if (owners.has(key) && !twice) continue;
      owners.set(key, union.id);
      found.set(key, twice ? { refused: `有两个工会叫“${word}”，请填工会代码` } : meaningOf(union));
    }
  }
  return found;
}

/**
 * What the words of a book of members mean today: the dictionary of occupations, the unions at and below the one
 * whose book it is, and why every other cannot be written to from here.
 */
export async function memberBookWords(tx: Ctx, organisationId: string): Promise<BookWords> {
  const today = todayOn(tx.now);
  const { importYoungest: youngest } = await readSettings(tx, { importYoungest });
  const unions = await tx.db.execute<Union>(sql`
    select o.id, o.name, o.short_name, o.uscc, o.kind, o.closed_at is not null as closed,
      exists (select 1 from organisation_closure c
        where c.descendant_id = o.id and c.ancestor_id = ${organisationId}::uuid) as inside
    from organisations o where o.kind <> 'partner' order by o.name, o.id`);
  const own = unions.find(({ id }) => id === organisationId);
  const occupations = await listOccupations(tx, today);
  return {
    today,
    youngest,
    occupations: new Map(occupations.map(({ name, code }) => [wordKey(name), code])),
    unions: unionsByWord(unions),
    ownUnion: own && !own.closed && takesMembers(own) ? own.id : null,
  };
}
