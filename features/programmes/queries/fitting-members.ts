import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { asSystem, type Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { within } from '@/lib/transaction';
import { type Kind, type OfferingRules, offeringRules } from '../schema/offering';

interface Asked {
  readonly kind: Kind;
  readonly organisationId: string;
  readonly visibility: 'subtree' | 'all';
  readonly rules: Record<string, unknown>;
}

const below = (ids: readonly string[]) => sql`exists (select 1 from organisation_closure c
  where c.descendant_id = m.organisation_id and c.ancestor_id = any (${`{${ids.join(',')}}`}::uuid[]))`;

/** Age and sex are the attendee's; of a child's guardian only 会籍 and group are asked. */
function ofTheMember(rules: OfferingRules, kind: Kind, on: string): (SQL | undefined)[] {
  const { ageMin, ageMax, sex, occupations, newFormOnly, organisationIds } = rules;
  const self = kind !== 'childcare';
  const groups = `{${occupations.map((code) => JSON.stringify(code)).join(',')}}`;
  return [
    self && ageMin !== undefined
      ? sql`p.birth_on <= (${on}::date - make_interval(years => ${ageMin}))`
      : undefined,
    self && ageMax !== undefined
      ? sql`p.birth_on > (${on}::date - make_interval(years => ${ageMax + 1}))`
      : undefined,
    self && sex ? sql`p.sex = ${sex}` : undefined,
    newFormOnly ? sql`m.is_new_form` : undefined,
    !newFormOnly && occupations.length > 0
      ? sql`m.occupation_code = any (${groups}::text[])`
      : undefined,
    organisationIds.length > 0 ? below(organisationIds) : undefined,
  ];
}

/**
 * How many of today's members meet the conditions that do not depend on a session: a sanity check
 * before publishing. Counts across all unions, so it runs as the house and returns a number only.
 * @returns null when non-members may book, since then nobody can be counted
 */
export async function countFittingMembers(tx: Ctx, offering: Asked): Promise<number | null> {
  const rules = offeringRules.parse(offering.rules);
  if (!rules.membersOnly) return null;
  const conditions = ofTheMember(rules, offering.kind, todayOn(tx.now));
  if (offering.visibility === 'subtree') conditions.push(below([offering.organisationId]));
  const all = [sql`m.status <> 'left'`, ...conditions.filter((c) => c !== undefined)];
  return within(tx, asSystem(tx), async (house) => {
    const [row] = await house.db.execute<{ n: number }>(sql`
      select count(*)::int as n from memberships m join people p on p.id = m.person_id
      where ${sql.join(all, sql` and `)}`);
    return row?.n ?? 0;
  });
}
