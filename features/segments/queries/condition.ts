import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { inScope } from '@/features/organisations/queries/scope';
import type { Clause, SegmentDefinition, SegmentNode } from '../schema/definition';

/** A definition with the organisation whose members it is about. */
export interface SegmentOf {
  readonly definition: SegmentDefinition;
  /** Null while a new one has no keeper yet. */
  readonly organisationId: string | null;
}

/** Rows that the condition speaks of: `m` a 会籍, `p` its person, `c` the account. */
export const segmentTables = sql`from memberships m
  join people p on p.id = m.person_id
  join accounts c on c.id = p.account_id`;

const dayOf = (at: SQL) => sql`(${at} at time zone 'Asia/Shanghai')::date`;
const codesOf = (codes: readonly string[]) => `{${codes.map((c) => JSON.stringify(c)).join(',')}}`;

function attendedSql(clause: Extract<Clause, { kind: 'attended' }>, today: string): SQL {
  const { of, offeringId, days, from, to } = clause;
  const on = dayOf(sql`s.starts_at`);
  const least = days === undefined ? from : undefined;
  return sql`exists (select 1 from bookings b join offering_sessions s on s.id = b.session_id
    where b.person_id = m.person_id and b.status = 'attended' and b.kind <> 'screening'
      ${of === 'any' ? sql`` : sql`and b.kind = ${of}`}
      ${offeringId ? sql`and b.offering_id = ${offeringId}::uuid` : sql``}
      ${days === undefined ? sql`` : sql`and ${on} > ${today}::date - ${days}::int`}
      ${least === undefined ? sql`` : sql`and ${on} >= ${least}::date`}
      ${to === undefined ? sql`` : sql`and ${on} <= ${to}::date`})`;
}

/** Who was entered from a book and never came has the moment of that as the last sign-in. */
const everSignedIn = sql`c.last_signed_in_at is distinct from c.imported_at`;

function clauseSql(clause: Clause, today: string): SQL {
  switch (clause.kind) {
    case 'union':
      return inScope(sql`m.organisation_id`, [clause.organisationId]);
    case 'occupation':
      return sql`coalesce(m.occupation_code = any (${codesOf(clause.codes)}::text[]), false)`;
    case 'new_form':
      return sql`m.is_new_form = ${clause.is === 'yes'}`;
    case 'sex':
      return sql`coalesce(p.sex = ${clause.sex}, false)`;
    case 'age': {
      const youngest =
        clause.from === undefined
          ? sql``
          : sql`and p.birth_on <= (${today}::date - make_interval(years => ${clause.from}::int))`;
      const oldest =
        clause.to === undefined
          ? sql``
          : sql`and p.birth_on > (${today}::date - make_interval(years => ${clause.to + 1}::int))`;
      return sql`(p.birth_on is not null ${youngest} ${oldest})`;
    }
    case 'joined':
      return sql`(true ${clause.from ? sql`and m.joined_on >= ${clause.from}::date` : sql``}
        ${clause.to ? sql`and m.joined_on <= ${clause.to}::date` : sql``})`;
    case 'attended':
      return attendedSql(clause, today);
    case 'signed_in': {
      if (clause.when === 'never') return sql`not (${everSignedIn})`;
      const on = dayOf(sql`c.last_signed_in_at`);
      return clause.when === 'before'
        ? sql`(${everSignedIn} and ${on} < ${clause.on}::date)`
        : sql`(${everSignedIn} and ${on} >= ${clause.on}::date)`;
    }
  }
}

function nodeSql(node: SegmentNode, today: string): SQL {
  if (node.kind !== 'group') return clauseSql(node, today);
  const parts = node.of.map((one) => nodeSql(one, today));
  if (node.join === 'all') return sql`(${sql.join(parts, sql` and `)})`;
  const any = sql`(${sql.join(parts, sql` or `)})`;
  return node.join === 'any' ? any : sql`not ${any}`;
}

/**
 * The one condition of a 人群, over `segmentTables`: counting, listing, writing and judging all ask it. It is never
 * null. Run it as the system with a scope beside it: which services somebody went to is not every officer's to see.
 * @param today `YYYY-MM-DD`, the day on which ages and 最近几天 are counted
 */
export const segmentCondition = ({ definition, organisationId }: SegmentOf, today: string): SQL =>
  sql`m.status <> 'left'
    ${organisationId === null ? sql`` : sql`and ${inScope(sql`m.organisation_id`, [organisationId])}`}
    and ${nodeSql(definition.root, today)}`;
