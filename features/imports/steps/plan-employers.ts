import 'server-only';
import { sql } from 'drizzle-orm';
import { officerNames } from '@/features/employer-register/queries/keepers';
import type { Ctx } from '@/lib/ctx';
import type { PlannedRow } from '../rules/book-row';
import { decideEmployer, type EmployerAsKnown, type KnownEmployer } from '../rules/decide-employer';
import { type EmployerListLine, employerKey, type FoundListLine } from '../rules/employer-line';
import { wordKey } from '../rules/member-line';
import type { BookContext } from './book-work';

/** What stays the same for all rows of a list of employers. */
export interface EmployerContext extends BookContext {
  /** Whose list it is: its town, or the federation. */
  readonly organisationId: string;
  /** The officer who brings it in. */
  readonly officerId: string;
}

export interface PlannedEmployer extends FoundListLine, PlannedRow {
  readonly line: EmployerListLine;
  readonly facts: EmployerAsKnown;
}

interface Row extends Record<string, unknown> {
  id: string;
  name: string;
  uscc: string | null;
  town_id: string | null;
  town_name: string | null;
  inside: boolean;
  closed: boolean;
  industry: string | null;
  address: string | null;
  entered: boolean;
  staff_count: number | null;
  staff_counted_on: string | null;
  staff_evidence: EmployerListLine['staffEvidence'];
  listed_on: string | null;
  responsible_id: string | null;
}

const list = (values: readonly string[]) =>
  sql`array(select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb))`;

/** The name as `wordKey` compares it. */
const comparedName = sql`upper(regexp_replace(normalize(e.name, NFKC), '[\\s()]', '', 'g'))`;

/**
 * Employers with these codes or names, locked until the transaction ends, entries before their employers, each in
 * the order of their ids: whoever changes one at this moment comes before or after.
 */
async function lockKnown(systemTx: Ctx, codes: string[], names: string[]): Promise<string[]> {
  const found = await systemTx.db.execute<{ id: string }>(sql`
    select e.id from employers e where e.uscc = any (${list(codes)})
      or (e.closed_at is null and ${comparedName} = any (${list(names)}))`);
  const ids = list(found.map(({ id }) => id));
  await systemTx.db.execute(sql`select 1 from register_entries
    where employer_id = any (${ids}::uuid[]) order by employer_id for update`);
  await systemTx.db.execute(sql`select 1 from employers
    where id = any (${ids}::uuid[]) order by id for no key update`);
  return found.map(({ id }) => id);
}

const readKnown = (systemTx: Ctx, ids: readonly string[], organisationId: string) =>
  systemTx.db.execute<Row>(sql`
    select e.id, e.name, e.uscc, e.town_id, t.short_name as town_name, e.industry, e.address,
      e.closed_at is not null as closed, r.employer_id is not null as entered, r.staff_count,
      r.staff_counted_on::text, r.staff_evidence, r.listed_on::text, r.responsible_id,
      case when e.town_id is null then exists (select 1 from organisations o
          where o.id = ${organisationId}::uuid and o.parent_id is null)
        else exists (select 1 from organisation_closure c
          where c.descendant_id = e.town_id and c.ancestor_id = ${organisationId}::uuid) end as inside
    from employers e left join register_entries r on r.employer_id = e.id
    left join organisations t on t.id = e.town_id
    where e.id = any (${list(ids)}::uuid[]) order by e.created_at, e.id`);

const knownOf = (row: Row): KnownEmployer => ({
  ...{ id: row.id, name: row.name, uscc: row.uscc, townId: row.town_id },
  ...{ inside: row.inside, closed: row.closed, industry: row.industry, address: row.address },
  townName: row.town_name ?? '没有镇街',
  entry: row.entered
    ? {
        staffCount: row.staff_count,
        staffCountedOn: row.staff_counted_on,
        staffEvidence: row.staff_evidence,
        listedOn: row.listed_on,
        responsibleId: row.responsible_id,
      }
    : null,
});

/**
 * What would become of these rows as the database stands now, at the review and again when they are written. A
 * handful of statements for all of them. Run it as the system.
 */
export async function planEmployers(
  systemTx: Ctx,
  rows: readonly FoundListLine[],
  { organisationId }: EmployerContext,
): Promise<PlannedEmployer[]> {
  const codes = rows.flatMap(({ line }) => line.uscc ?? []);
  const names = rows.map(({ line }) => wordKey(line.name));
  const ids = await lockKnown(systemTx, codes, names);
  const known = (await readKnown(systemTx, ids, organisationId)).map(knownOf);
  const byCode = new Map(known.map((one) => [one.uscc, one]));
  const byName = new Map<string, KnownEmployer[]>();
  for (const one of known.filter(({ closed }) => !closed)) {
    const namesakes = byName.get(employerKey(one)) ?? [];
    byName.set(employerKey(one), [...namesakes, one]);
  }
  const officers = await officerNames(systemTx, [
    ...known.map(({ entry }) => entry?.responsibleId ?? null),
    ...rows.map(({ line }) => line.responsibleId),
  ]);
  return rows.map((found) => {
    const { line, sameEmployer } = found;
    const facts = {
      ...{ sameEmployer, officers },
      byCode: (line.uscc && byCode.get(line.uscc)) || null,
      byName: byName.get(employerKey(line)) ?? [],
    };
    return { ...found, facts, plan: decideEmployer(line, facts) };
  });
}
