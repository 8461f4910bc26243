import { sql as text } from 'drizzle-orm';
import type { Sql } from 'postgres';
import { inScope } from '@/features/organisations/queries/scope';
import { countSegment } from '@/features/segments/queries/segment-members';
import { segmentDefinition } from '@/features/segments/schema/definition';
import { asSystem, type Ctx } from '@/lib/ctx';
import { read, within } from '@/lib/transaction';
import { middle, officerOf } from './figures';
import type { Line } from './report';

const all = (...of: unknown[]) => ({ kind: 'group', join: 'all', of });
const joined = { kind: 'joined', from: '2000-01-01' };
const untrained = {
  kind: 'group',
  join: 'none',
  of: [{ kind: 'attended', of: 'training', days: 365 }],
};
const awake = { kind: 'signed_in', when: 'after', on: '2000-01-01' };
const couriers = { kind: 'occupation', codes: ['courier'] };

/** What an officer would ask, from one condition to three levels of them. */
const asked: readonly [string, unknown][] = [
  ['一个条件', all(joined)],
  ['职业、年龄、登录', all(couriers, { kind: 'age', from: 18 }, awake)],
  ['没参加过培训', all(couriers, untrained)],
  ['三层', all(joined, { kind: 'group', join: 'any', of: [awake, all(couriers, joined)] })],
];

/** Every member below the officer, counted without any condition. */
async function plain(ctx: Ctx, root: string): Promise<number> {
  const [row] = await read(ctx, (tx) =>
    within(tx, asSystem(tx), (systemTx) =>
      systemTx.db.execute<{ n: number }>(text`
        select count(*)::int as n from memberships m
        where m.status <> 'left' and ${inScope(text`m.organisation_id`, [root])}`),
    ),
  );
  return row?.n ?? 0;
}

/** 人群: how long counting takes beside a plain count of the same members. */
export async function measureSegments(sql: Sql): Promise<Line[]> {
  const ctx = await officerOf(sql, 'organisation_officer');
  const [row] = await sql<{ id: string }[]>`select id from organisations where parent_id is null`;
  const organisationId = row?.id ?? '';
  const members = await plain(ctx, organisationId);
  const base = await middle(() => plain(ctx, organisationId));
  const statuses = `${members.toLocaleString('zh-CN')} 名会员`;
  const lines: Line[] = [
    { what: '不加条件的计数', perSecond: 1000 / base.p50, ...base, statuses, goal: '' },
  ];
  for (const [what, root] of asked) {
    const definition = segmentDefinition.parse({ v: 1, root });
    const took = await middle(() => countSegment(ctx, { definition, organisationId }));
    const ratio = took.p50 / base.p50;
    lines.push({ what, perSecond: 1000 / took.p50, ...took, statuses, ratio, goal: '≤ 8' });
  }
  return lines;
}
