import type { Sql } from 'postgres';
import { beginTakingBack } from '@/features/imports/commands/begin-taking-back';
import { beginWriting } from '@/features/imports/commands/begin-writing';
import { checkImport } from '@/features/imports/commands/check-import';
import { confirmColumns } from '@/features/imports/commands/confirm-columns';
import { takeBackImport } from '@/features/imports/commands/take-back-import';
import { uploadBook } from '@/features/imports/commands/upload-book';
import { writeImport } from '@/features/imports/commands/write-import';
import { officerActor } from '@/lib/auth/officer-actor';
import { residentIdCheckCharacter } from '@/lib/china/id/resident-id';
import { type Ctx, makeCtx } from '@/lib/ctx';
import type { Result } from '@/lib/result';
import type { Line } from './report';

const size = 12_000;
const fields = ['name', 'idNumber', 'phone', 'joinedOn', 'occupation', 'employerName'];
const headings = '姓名,证件号码,手机号,入会日期,职业,工作单位';

/** So many workers who are in no book yet, each with a document and a phone of their own. */
function book(): File {
  const lines = Array.from({ length: size }, (_, at) => {
    const born = `19${60 + (at % 40)}0${1 + (at % 9)}${10 + (Math.floor(at / 360) % 18)}`;
    const first = `450803${born}${String(Math.floor(at / 12) % 1000).padStart(3, '0')}`;
    const id = first + residentIdCheckCharacter(first);
    const name = `黄${String.fromCodePoint(0x4e00 + (at % 2000))}${String.fromCodePoint(0x5000 + (at % 997))}`;
    return `${name},${id},137${String(at).padStart(8, '0')},2020-05-01,快递员,压测单位${at % 50}`;
  });
  return new File([`${headings}\n${lines.join('\n')}\n`], '压测名册.csv');
}

function got<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

/** The most that the process has in memory while it works, in MiB, and its seconds. */
async function measured(what: string, goal: string, work: () => Promise<unknown>): Promise<Line> {
  let most = 0;
  const look = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 50);
  const from = performance.now();
  await work();
  const ms = performance.now() - from;
  clearInterval(look);
  const statuses = `${(ms / 1000).toFixed(1)} 秒，内存最多 ${Math.round(most / 1_048_576)} MiB`;
  return { what, perSecond: (size * 1000) / ms, p50: ms, p99: ms, statuses, goal };
}

async function officerOf(sql: Sql): Promise<{ ctx: Ctx; organisationId: string }> {
  const [one] = await sql<{ account: string; union: string }[]>`
    select g.account_id as account, o.id as union from role_grants g
    join organisations o on o.id = g.organisation_id and o.kind in ('grassroots_union', 'joint_union')
    where g.role = 'union_admin' and g.revoked_at is null and o.closed_at is null limit 1`;
  if (!one) throw new Error('nobody to import');
  const actor = await officerActor(makeCtx({ kind: 'anonymous' }), one.account, one.union);
  return { ctx: makeCtx(actor), organisationId: one.union };
}

/** 导入: twelve thousand rows read, looked through, written and taken back, by the commands and jobs of the desk. */
export async function measureImport(sql: Sql): Promise<Line[]> {
  const { ctx, organisationId } = await officerOf(sql);
  const table = book();
  let importId = '';
  const lines = [
    await measured('读入 12000 行', '', async () => {
      importId = got(await uploadBook(ctx, { book: 'members', organisationId, table })).importId;
      const columns = fields.map((key, at) => `${key}:${at}`);
      got(await confirmColumns(ctx, { importId, columns }));
    }),
    await measured('核对', '< 60 秒', () => checkImport(importId)),
    await measured('写入', '< 120 秒', async () => {
      got(await beginWriting(ctx, { importId }));
      await writeImport(importId);
    }),
  ];
  const [done] = await sql<{ n: number }[]>`
    select count(*)::int as n from import_rows where import_id = ${importId} and state = 'written'`;
  if (done?.n !== size) throw new Error(`${done?.n} of ${size} were written`);
  const back = await measured('撤销', '', async () => {
    got(await beginTakingBack(ctx, { importId }));
    await takeBackImport(importId);
  });
  return [...lines, back];
}
