import type { Sql } from 'postgres';
import { previewUnitList } from '@/features/unit-lists/commands/preview-unit-list';
import { submitUnitList } from '@/features/unit-lists/commands/submit-unit-list';
import { phoneIndex } from '@/lib/crypto/indexes';
import { type Ctx, makeCtx } from '@/lib/ctx';
import { makeCourse } from './crowd';
import type { Line } from './report';

const phoneOf = (n: number) => `1990${String(n).padStart(7, '0')}`;

async function chairOf(sql: Sql): Promise<{ ctx: Ctx; union: string }> {
  const [row] = await sql<{ union: string; account: string }[]>`
    select p.union_id as union, (select id from accounts order by id limit 1) as account
    from bench_crowd c join people p on p.id = c.person_id where c.n = 1`;
  if (!row) throw new Error('nobody in the crowd');
  const ctx = makeCtx({
    kind: 'account',
    accountId: row.account,
    personId: null,
    sessionId: row.account,
    displayName: '压测',
    assurance: 'totp',
    mode: 'staff',
    grants: [{ role: 'union_admin', organisationId: row.union }],
  });
  return { ctx, union: row.union };
}

async function namesOf(sql: Sql, size: number): Promise<string> {
  const people = await sql<{ n: number; account: string; name: string }[]>`
    select c.n, c.account_id as account, p.name from bench_crowd c join people p on p.id = c.person_id
    where c.n <= ${size} order by c.n`;
  const indexes = people.map(({ n }) => phoneIndex(phoneOf(n)));
  await sql`update accounts a set phone_index = x.i from unnest(
    ${people.map((p) => p.account)}::uuid[], ${indexes}::text[]) as x(id, i) where a.id = x.id`;
  return people.map(({ n, name }) => `${name}\t${phoneOf(n)}`).join('\n');
}

const line = (what: string, rows: number, ms: number, goal?: string): Line => ({
  what,
  perSecond: (rows * 1000) / ms,
  p50: ms,
  p99: ms,
  statuses: `${rows} 行`,
  ...(goal && { goal }),
});

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const from = performance.now();
  const value = await work();
  return [value, performance.now() - from];
}

/** 单位报名: a union's list of 5,000 names, looked through and handed in for 200 places. */
export async function measureUnitDesk(sql: Sql): Promise<Line[]> {
  const size = 5_000;
  const course = await makeCourse(sql, '压测单位报名', 1, 200);
  await sql`update offerings set allocation = 'unit', rules = '{}' where id = ${course.offeringId}`;
  const { ctx, union } = await chairOf(sql);
  const input = {
    offeringId: course.offeringId,
    sessionId: course.sessionIds[0] ?? '',
    organisationId: union,
    pasted: await namesOf(sql, size),
    table: null,
    people: [],
  };
  const [draft, looked] = await timed(() => previewUnitList(ctx, input));
  if (!draft.ok) throw new Error(draft.reason);
  const [done, handed] = await timed(() => submitUnitList(ctx, draft.value));
  if (!done.ok) throw new Error(done.reason);
  const { offered, waitlisted } = done.value;
  if (offered !== 200 || waitlisted !== size - 200) throw new Error('the list was not given out');
  return [
    line('名单 5000 行，核对', size, looked),
    line('名单 5000 行，交单', size, handed, '≤ 60 秒'),
  ];
}
