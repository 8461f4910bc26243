import 'server-only';
import { sql } from 'drizzle-orm';
import type { ClausePoints } from '@/db/schema/duplicates';
import { inScope } from '@/features/organisations/queries/scope';
import type { Ctx } from '@/lib/ctx';
import { read, readAsSystem } from '@/lib/transaction';
import { canMergeRecords } from '../policy';
import type { DuplicatesView } from '../schema/duplicates';

interface Stored extends Record<string, unknown> {
  readonly id: string;
  readonly a_id: string;
  readonly b_id: string;
  readonly points: number;
  readonly clauses: ClausePoints[];
  readonly reason: string | null;
  readonly decided_at: string | null;
  readonly merge_id: string | null;
}

interface Named extends Record<string, unknown> {
  readonly id: string;
  readonly name: string;
  /** What tells it from others of its name; null where nothing does. */
  readonly more: string | null;
}

/** One of the two records as the list shows it. */
export interface PairSide {
  readonly name: string;
  readonly more: string | null;
}

/** A pair of the list. */
export interface PairLine {
  readonly id: string;
  readonly points: number;
  readonly clauses: readonly ClausePoints[];
  readonly reason: string | null;
  readonly a: PairSide;
  readonly b: PairSide;
  /** Where it was merged, for a merged one. */
  readonly mergeId: string | null;
}

const pageSize = 30;
const array = (ids: readonly string[]) => `{${ids.join(',')}}`;
const gone: PairSide = { name: '（已并入）', more: null };

/** How the records are called, numbers masked. The pairs were read within the officer's unions. */
async function nameSides(
  ctx: Ctx,
  kind: DuplicatesView['kind'],
  ids: readonly string[],
): Promise<Map<string, PairSide>> {
  const people = sql`
    select p.id, coalesce(p.name, a.name, '（没有姓名）') as name,
      concat_ws('，', coalesce(o.short_name, '没有会籍'), case when c.phone_tail <> '' then '尾号 ' || c.phone_tail end) as more
    from people p join accounts c on c.id = p.account_id
    left join memberships m on m.person_id = p.id and m.status <> 'left'
    left join organisations o on o.id = m.organisation_id
    left join lateral (select x.name from membership_applications x where x.person_id = p.id order by x.id desc limit 1) a on true
    where p.id = any (${array(ids)}::uuid[])`;
  const employers = sql`
    select e.id, e.name, concat_ws('，', t.short_name, e.uscc) as more from employers e
    left join organisations t on t.id = e.town_id where e.id = any (${array(ids)}::uuid[])`;
  const rows = await readAsSystem(ctx, (tx) =>
    tx.db.execute<Named>(kind === 'person' ? people : employers),
  );
  return new Map(rows.map(({ id, name, more }) => [id, { name, more }]));
}

/**
 * Pairs of records within the officer's unions, the likeliest first; of decided ones the same order.
 * @returns the page, where the next one begins, and how many wait of each kind
 */
export async function listPairs(
  ctx: Ctx,
  { kind, status, after }: DuplicatesView,
): Promise<{
  lines: PairLine[];
  after: string | null;
  waiting: Record<DuplicatesView['kind'], number>;
}> {
  const mine = inScope(sql`d.organisation_id`, canMergeRecords.organisationsOf(ctx.actor));
  const [points = '', id = ''] = (after ?? '').split('~');
  const { rows, counts } = await read(ctx, async (tx) => ({
    rows: await tx.db.execute<Stored>(sql`
      select d.id, d.a_id, d.b_id, d.points, d.clauses, d.reason, d.decided_at::text, m.id as merge_id
      from duplicate_pairs d left join record_merges m on m.undone_at is null and d.status = 'merged'
        and (m.survivor_id, m.loser_id) in ((d.a_id, d.b_id), (d.b_id, d.a_id))
      where d.kind = ${kind} and d.status = ${status} and ${mine}
        ${after ? sql`and (d.points, d.id) < (${points}::smallint, ${id}::uuid)` : sql``}
      order by d.points desc, d.id desc limit ${pageSize + 1}`),
    counts: await tx.db.execute<{ kind: 'person' | 'employer'; n: number }>(sql`
      select d.kind, count(*)::int as n from duplicate_pairs d where d.status = 'open' and ${mine} group by 1`),
  }));
  const shown = rows.slice(0, pageSize);
  const names = await nameSides(
    ctx,
    kind,
    shown.flatMap((row) => [row.a_id, row.b_id]),
  );
  const last = rows.length > pageSize ? shown.at(-1) : undefined;
  const waiting = { person: 0, employer: 0 };
  for (const { kind: of, n } of counts) waiting[of] = n;
  return {
    lines: shown.map((row) => ({
      ...{ id: row.id, points: row.points, clauses: row.clauses, reason: row.reason },
      ...{ a: names.get(row.a_id) ?? gone, b: names.get(row.b_id) ?? gone },
      mergeId: row.merge_id,
    })),
    after: last ? `${last.points}~${last.id}` : null,
    waiting,
  };
}
