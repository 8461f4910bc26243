import 'server-only';
import { sql } from 'drizzle-orm';
import type { OrganisationKind } from '@/features/organisations/rules/kinds';
import type { Ctx } from '@/lib/ctx';
import type { PlannedRow } from '../rules/book-row';
import {
  decideUnion,
  type KnownUnion,
  type PlannedParent,
  parentInFile,
  type UnionAsKnown,
} from '../rules/decide-union';
import { wordKey } from '../rules/member-line';
import type { FoundUnionLine, UnionLine } from '../rules/union-line';
import { parentsFirst } from '../rules/union-lines';
import type { BookContext } from './book-work';

/** What stays the same for all rows of a list of unions. */
export interface UnionContext extends BookContext {
  /** Whose list it is: every row stands at or below it. */
  readonly organisationId: string;
}

export interface PlannedUnion extends FoundUnionLine, PlannedRow {
  readonly line: UnionLine;
  readonly facts: UnionAsKnown;
}

interface Row extends Record<string, unknown> {
  id: string;
  name: string;
  short_name: string;
  uscc: string | null;
  kind: OrganisationKind;
  area_code: string | null;
  town_id: string | null;
  parent_id: string | null;
  parent_name: string | null;
  founded_on: string | null;
  address: string | null;
  phone: string | null;
  closed: boolean;
  has_home: boolean;
  inside: boolean;
}

const list = (values: readonly string[]) =>
  sql`array(select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb))`;

/**
 * Unions with these codes, names or ids, locked until the transaction ends in the order of their ids: whoever founds
 * below one, closes or changes it comes before or after.
 */
async function lockUnions(systemTx: Ctx, codes: string[], names: string[], ids: string[]) {
  await systemTx.db.execute(sql`
    select 1 from organisations o where o.kind <> 'partner' and (o.uscc = any (${list(codes)})
      or o.id = any (${list(ids)}::uuid[])
      or upper(regexp_replace(normalize(o.name, NFKC), '[\\s()]', '', 'g')) = any (${list(names)}))
    order by o.id for no key update`);
  return systemTx.db.execute<Row & { own: string }>(sql`
    select o.id, o.name, o.short_name, o.uscc, o.kind, o.area_code, o.town_id, o.parent_id, p.name as parent_name,
      o.founded_on::text, o.address, o.phone, o.closed_at is not null as closed,
      exists (select 1 from organisations h where h.parent_id = o.id and h.kind = 'online_home'
        and h.closed_at is null) as has_home
    from organisations o left join organisations p on p.id = o.parent_id
    where o.kind <> 'partner' and (o.uscc = any (${list(codes)}) or o.id = any (${list(ids)}::uuid[])
      or upper(regexp_replace(normalize(o.name, NFKC), '[\\s()]', '', 'g')) = any (${list(names)}))
    order by o.name, o.id`);
}

/** Which of these stand at or below the union whose list it is. */
async function insideOf(systemTx: Ctx, ids: readonly string[], organisationId: string) {
  const rows = await systemTx.db.execute<{ id: string }>(sql`
    select descendant_id as id from organisation_closure
    where ancestor_id = ${organisationId}::uuid and descendant_id = any (${list(ids)}::uuid[])`);
  return new Set(rows.map(({ id }) => id));
}

const knownOf = (row: Row, inside: boolean): KnownUnion => ({
  ...{ id: row.id, kind: row.kind, name: row.name, shortName: row.short_name, uscc: row.uscc },
  ...{ areaCode: row.area_code, townId: row.town_id, parentId: row.parent_id, inside },
  ...{ foundedOn: row.founded_on, address: row.address, phone: row.phone },
  parentName: row.parent_name ?? '没有上级',
  closedAt: row.closed ? new Date(0) : null,
  hasHome: row.has_home,
});

async function knownUnions(
  systemTx: Ctx,
  rows: readonly FoundUnionLine[],
  organisationId: string,
): Promise<KnownUnion[]> {
  const lines = rows.flatMap(({ line, parentLine }) => (parentLine ? [line, parentLine] : [line]));
  const found = await lockUnions(
    systemTx,
    lines.flatMap(({ uscc }) => uscc ?? []),
    lines.map(({ name }) => wordKey(name)),
    rows.flatMap(({ line }) => line.parentId ?? []),
  );
  const ids = found.map(({ id }) => id);
  const inside = await insideOf(systemTx, ids, organisationId);
  return found.map((row) => knownOf(row, inside.has(row.id)));
}

/** Where each row stands: below a union of the books, or below a row that comes before it and is new. */
function parentFinder(known: readonly KnownUnion[]) {
  const byId = new Map(known.map((one) => [one.id, one]));
  const byCode = new Map(known.map((one) => [one.uscc, one]));
  const open = known.filter(({ closedAt, inside }) => inside && closedAt === null);
  const made = new Map<number, PlannedParent>();
  const homes = new Set<string>();
  const find = ({ line, parentLine }: FoundUnionLine): PlannedParent | null => {
    if (line.parentId) return byId.get(line.parentId) ?? null;
    if (!parentLine) return null;
    const { uscc, name, rowNo } = parentLine;
    const named = open.filter((one) => wordKey(one.name) === wordKey(name));
    return (
      (uscc && byCode.get(uscc)) || made.get(rowNo) || (named.length === 1 && named[0]) || null
    );
  };
  return {
    open,
    byCode,
    find: (found: FoundUnionLine) => {
      const parent = find(found);
      const place = `${found.line.parentId ?? found.line.parentRow}`;
      return parent && homes.has(place) ? { ...parent, hasHome: true } : parent;
    },
    note: ({ line }: FoundUnionLine) => {
      made.set(line.rowNo, parentInFile(line.kind));
      if (line.kind === 'online_home') homes.add(`${line.parentId ?? line.parentRow}`);
    },
  };
}

/**
 * What would become of these rows as the database stands now, at the review and again when they are written, each
 * after the row that it is to stand below. Three statements for all of them. Run it as the system.
 */
export async function planUnions(
  systemTx: Ctx,
  rows: readonly FoundUnionLine[],
  { organisationId }: UnionContext,
): Promise<PlannedUnion[]> {
  const known = await knownUnions(systemTx, rows, organisationId);
  const parents = parentFinder(known);
  const planned = new Map<FoundUnionLine, PlannedUnion>();
  for (const found of parentsFirst(rows)) {
    const { line, sameUnion } = found;
    const facts = {
      byCode: (line.uscc && parents.byCode.get(line.uscc)) || null,
      byName: parents.open.filter(({ name }) => wordKey(name) === wordKey(line.name)),
      ...{ sameUnion, parent: parents.find(found) },
    };
    const plan = decideUnion(line, facts);
    if (plan.choices.includes('write') || plan.choices.includes('separate')) parents.note(found);
    planned.set(found, { ...found, facts, plan });
  }
  return rows.map((found) => planned.get(found) as PlannedUnion);
}
