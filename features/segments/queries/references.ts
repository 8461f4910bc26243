import 'server-only';
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { clausesOf, type SegmentNames } from '../rules/segment-words';
import type { SegmentDefinition } from '../schema/definition';

const list = (values: readonly string[]) => `{${values.map((v) => JSON.stringify(v)).join(',')}}`;

interface Found extends Record<string, unknown> {
  what: 'union' | 'occupation' | 'offering';
  id: string;
  name: string;
  /** Why nobody can be found by it any more; null while it is in use. */
  problem: string | null;
}

/** Words for what definitions point at, and a sentence for each thing that is gone, by its id or code. */
export interface SegmentReferences {
  readonly names: SegmentNames;
  readonly problems: ReadonlyMap<string, string>;
}

/**
 * Looks up everything that definitions point at.
 * @param organisationId whose members are meant: a union elsewhere has none of them; null does not ask
 */
export async function findReferences(
  tx: Ctx,
  definitions: readonly SegmentDefinition[],
  organisationId: string | null,
): Promise<SegmentReferences> {
  const all = definitions.flatMap(({ root }) => clausesOf(root));
  const unions = all.flatMap((c) => (c.kind === 'union' ? [c.organisationId] : []));
  const codes = all.flatMap((c) => (c.kind === 'occupation' ? c.codes : []));
  const offerings = all.flatMap((c) =>
    c.kind === 'attended' && c.offeringId ? [c.offeringId] : [],
  );
  const today = todayOn(tx.now);
  const rows = await tx.db.execute<Found>(sql`
    select 'union' as what, o.id::text, o.short_name as name,
      case when o.closed_at is not null then o.short_name || '已撤销，请去掉这一条或换一个工会'
        when ${organisationId}::uuid is not null and not exists (select 1 from organisation_closure k
          where k.ancestor_id = ${organisationId}::uuid and k.descendant_id = o.id)
        then o.short_name || '不在管理单位之下，没有人会符合，请换一个工会' end as problem
    from organisations o where o.id = any (${list(unions)}::uuid[])
    union all
    select 'occupation', w.code, max(w.name),
      case when bool_or(w.valid_from <= ${today}::date and (w.valid_to is null or w.valid_to >= ${today}::date))
        then null else max(w.name) || '已不在职业目录里，请去掉或换一种职业' end
    from occupations w where w.code = any (${list(codes)}::text[]) group by w.code
    union all
    select 'offering', f.id::text, f.title,
      case when f.kind = 'screening' then '参加过健康检查属于健康信息，不能用来分人群，请去掉这一条' end
    from offerings f where f.id = any (${list(offerings)}::uuid[]) and f.status <> 'draft'`);
  const namesOf = (what: Found['what']) =>
    new Map(rows.filter((row) => row.what === what).map((row) => [row.id, row.name]));
  const names = {
    unions: namesOf('union'),
    occupations: namesOf('occupation'),
    offerings: namesOf('offering'),
  };
  const gone = (ids: readonly string[], known: ReadonlyMap<string, string>, words: string) =>
    ids.filter((id) => !known.has(id)).map((id) => [id, words] as const);
  return {
    names,
    problems: new Map([
      ...rows.flatMap(({ id, problem }) => (problem ? [[id, problem] as const] : [])),
      ...gone(unions, names.unions, '选的工会找不到了，请去掉这一条或换一个工会'),
      ...gone(codes, names.occupations, '选的职业找不到了，请去掉或换一种职业'),
      ...gone(offerings, names.offerings, '选的服务找不到了，请去掉这一条或换一项服务'),
    ]),
  };
}

/** What is wrong with the things that one definition points at, a sentence each; none when all is well. */
export function deadReferences(
  definition: SegmentDefinition,
  { problems }: Pick<SegmentReferences, 'problems'>,
): string[] {
  const ids = clausesOf(definition.root).flatMap((c) =>
    c.kind === 'union'
      ? [c.organisationId]
      : c.kind === 'occupation'
        ? c.codes
        : c.kind === 'attended' && c.offeringId
          ? [c.offeringId]
          : [],
  );
  return [...new Set(ids.flatMap((id) => problems.get(id) ?? []))];
}
