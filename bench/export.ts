import type { Sql } from 'postgres';
import { exportList } from '@/features/exports/commands/export-list';
import { officerActor } from '@/lib/auth/officer-actor';
import { makeCtx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import type { Line } from './report';

const mib = (bytes: number) => Math.round(bytes / 1024 / 1024);

async function take(actor: Awaited<ReturnType<typeof officerActor>>, format: 'xlsx' | 'csv') {
  const made = await exportList(makeCtx(actor), {
    list: 'members',
    asked: '',
    format,
    columns: null,
  });
  if (!made.ok) throw new Error(made.reason);
  let bytes = 0;
  const before = process.memoryUsage().rss;
  let most = before;
  const from = performance.now();
  for await (const chunk of made.value.stream(makeCtx(actor))) {
    bytes += chunk.length;
    most = Math.max(most, process.memoryUsage().rss);
  }
  return { ms: performance.now() - from, bytes, more: most - before, rows: made.value.rows };
}

/** 导出: the whole list of members as a file, and how much more the process holds meanwhile. */
export async function measureExport(sql: Sql): Promise<Line[]> {
  const [officer] = await sql<{ id: string }[]>`
    select account_id as id from role_grants where role = 'organisation_officer' and revoked_at is null limit 1`;
  if (!officer) throw new Error('nobody to export');
  const actor = await officerActor(makeCtx({ kind: 'anonymous' }), officer.id, newId());
  const lines: Line[] = [];
  for (const format of ['csv', 'xlsx'] as const) {
    const { ms, bytes, more, rows } = await take(actor, format);
    lines.push({
      what: `导出会员 ${format}，${rows} 行`,
      perSecond: (rows * 1000) / ms,
      ...{ p50: ms, p99: ms },
      statuses: `${mib(bytes)} MiB，进程多用 ${mib(more)} MiB`,
      goal: '多用 < 200 MB',
    });
  }
  return lines;
}
