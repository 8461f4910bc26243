import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { lostStatuses } from '@/features/bookings/queries/status-lists';
import { type Kind, type OfferingRules, offeringRules } from '@/features/offerings/schema/offering';
import { segmentCondition, segmentTables } from '@/features/segments/queries/condition';
import { asSystem, type Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { readSettings } from '@/lib/settings';
import { roughly } from '@/lib/small-counts';
import { within } from '@/lib/transaction';
import { bothBands } from '../rules/both-rules';
import { someChildFits } from '../rules/some-child';
import { leastCounted } from '../settings';

interface Asked {
  readonly kind: Kind;
  readonly organisationId: string;
  readonly visibility: 'subtree' | 'all';
  readonly rules: Record<string, unknown>;
  readonly id: string;
  readonly copiedFrom: string | null;
}

const below = (ids: readonly string[]) => sql`exists (select 1 from organisation_closure c
  where c.descendant_id = m.organisation_id and c.ancestor_id = any (${`{${ids.join(',')}}`}::uuid[]))`;

/** Somebody of theirs got nothing in a draw of this line: whoever asks for losers only needs one. */
const lostBefore = (lineageId: string) => sql`exists (select 1 from bookings b
  join offerings x on x.id = b.offering_id and coalesce(x.copied_from, x.id) = ${lineageId}::uuid
  join draws d on d.offering_id = x.id and d.drawn_at is not null
  where b.person_id = m.person_id and b.status in ${lostStatuses})`;

const segmentSql = ({ segment }: OfferingRules, on: string): SQL | undefined =>
  segment?.definition && segment.organisationId
    ? segmentCondition(
        { definition: segment.definition, organisationId: segment.organisationId },
        on,
      )
    : undefined;

/** Age and sex are the attendee's; of a child's guardian only 会籍 and group are asked. */
function ofTheMember(
  rules: OfferingRules,
  { kind, id, copiedFrom }: Asked,
  on: string,
): (SQL | undefined)[] {
  const { ageMin, ageMax, sex, occupations, newFormOnly, organisationIds } = rules;
  const { bornFrom, bornTo, joinedMonths, excludeRetained, transferFirst } = rules;
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
    self && bornFrom !== undefined ? sql`p.birth_on >= ${bornFrom}::date` : undefined,
    self && bornTo !== undefined ? sql`p.birth_on <= ${bornTo}::date` : undefined,
    joinedMonths !== undefined
      ? sql`m.joined_on <= (${on}::date - make_interval(months => ${joinedMonths}))`
      : undefined,
    excludeRetained ? sql`m.status <> 'retained'` : undefined,
    transferFirst
      ? sql`not exists (select 1 from transfer_requests t
          where t.person_id = m.person_id and t.status = 'requested')`
      : undefined,
    segmentSql(rules, on),
    rules.lastDraw === 'losers_only' ? lostBefore(copiedFrom ?? id) : undefined,
  ];
}

/**
 * How many of today's members meet the conditions that do not depend on a session: a sanity check
 * before publishing. Counts across all unions, so it runs as the system and tells it only roughly: who sets
 * conditions could otherwise ask for one person by sex, town and birthday.
 * @param own what one session asks beside the offering; both must be met
 * @returns 0 for fewer than are told; null when non-members may book, since then nobody can be counted
 */
export async function countFittingMembers(
  tx: Ctx,
  offering: Asked,
  own?: OfferingRules,
): Promise<number | null> {
  const rules = offeringRules.parse(offering.rules);
  if (!rules.membersOnly) return null;
  const on = todayOn(tx.now);
  const bands = own ? bothBands(rules, own) : rules;
  if (offering.kind === 'childcare' && !someChildFits(bands, on)) return 0;
  return countWhere(tx, [
    ...ofTheMember(rules, offering, on),
    ...(own ? ofTheMember(own, offering, on) : []),
    offering.visibility === 'subtree' ? below([offering.organisationId]) : undefined,
  ]);
}

async function countWhere(tx: Ctx, conditions: (SQL | undefined)[]): Promise<number> {
  const all = [sql`m.status <> 'left'`, ...conditions.filter((c) => c !== undefined)];
  return within(tx, asSystem(tx), async (systemTx) => {
    const [row] = await systemTx.db.execute<{ n: number }>(sql`
      select count(*)::int as n ${segmentTables}
      where ${sql.join(all, sql` and `)}`);
    const { least } = await readSettings(systemTx, { least: leastCounted });
    return roughly(row?.n ?? 0, least);
  });
}

/** How many members are on the books, told as roughly as the others: 0 for fewer than are told. */
export const countAllMembers = (tx: Ctx): Promise<number> => countWhere(tx, []);

/**
 * Of those members, how many have a child on record: for a class a member without one cannot book yet.
 * @returns null where the offering is not for children, or non-members may book
 */
export async function countFittingFamilies(tx: Ctx, offering: Asked): Promise<number | null> {
  const rules = offeringRules.parse(offering.rules);
  if (offering.kind !== 'childcare' || !rules.membersOnly) return null;
  return countWhere(tx, [
    ...ofTheMember(rules, offering, todayOn(tx.now)),
    offering.visibility === 'subtree' ? below([offering.organisationId]) : undefined,
    sql`exists (select 1 from guardians g where g.person_id = p.id and g.status = 'confirmed')`,
  ]);
}
