import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { closeDatabase } from '@/db/client';
import { measureBooking, measureRush } from './booking';
import { measureBulk } from './bulk';
import { measureCatalogue } from './catalogue';
import { measureCheckIn } from './check-in';
import { gatherCrowd, makeCourse } from './crowd';
import { measureDesk, measureGrowth } from './desk';
import { measureDoors } from './doors';
import { measureDraw } from './draw';
import { measureDuplicates } from './duplicates';
import { measureExport } from './export';
import { measureFigures } from './figures';
import { measureImport } from './import';
import { measurePeers, peersHelp } from './peers';
import { recordBooking } from './plan';
import { type Fact, keep, type Line, printFacts, printTable } from './report';
import { measureSegments } from './segments';
import { measureSession } from './session';
import { measureStart } from './start';
import { measureUnionFigures } from './union-figures';
import { measureUnitDesk } from './unit-desk';
import { measureWeights } from './weights';

// scripts/bench.mjs has started the servers and says where they are.
const port = Number(process.env.BENCH_PORT);
const wide = Number(process.env.BENCH_PORT_ALL_CORES);
const barePort = Number(process.env.BENCH_PORT_BARE);
const wanted = process.argv.slice(2);

const sql = postgres(process.env.DATABASE_URL ?? '', { max: 2, onnotice: () => undefined });
const parts: Record<string, readonly (Line | Fact)[]> = {};

async function part(name: string, title: string, work: () => Promise<Line[]>): Promise<void> {
  if (wanted.length > 0 && !wanted.includes(name)) return;
  const lines = await work();
  parts[name] = lines;
  printTable(title, lines);
}

async function startBare(course: { offeringId: string; sessionIds: string[] }) {
  const sessionId = course.sessionIds[0] ?? '';
  const [first, second] = await sql<{ account_id: string; person_id: string }[]>`
    select account_id, person_id from bench_crowd where n < 3 order by n`;
  if (!first || !second) throw new Error('nobody in the crowd');
  const plan = await recordBooking([first, second], { offeringId: course.offeringId, sessionId });
  const file = path.join(os.tmpdir(), `lianxin-bench-${process.pid}.json`);
  fs.writeFileSync(file, JSON.stringify(plan));
  const env = { ...process.env, BENCH_PLAN: file, PORT: String(barePort) };
  const stdio: ['ignore', 'inherit', 'inherit', 'ipc'] = ['ignore', 'inherit', 'inherit', 'ipc'];
  const child: ChildProcess = spawn(process.execPath, ['bench/bare-server.mjs'], { env, stdio });
  await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', () => reject(new Error('the bare server did not start')));
  });
  return () => {
    child.kill('SIGTERM');
    fs.rmSync(file, { force: true });
  };
}

// A million applications wait for two hundred thousand people; the long run is asked for by name.
const grows = wanted.includes('growth');
// Nobody is needed where only the start is measured.
if (wanted.join() !== 'start')
  await gatherCrowd(sql, grows ? 210_000 : wanted.includes('segments') ? 100_000 : 40_000);
await part('catalogue', '(a) 目录页与空页', () => measureCatalogue(port));
await part('booking', '(b) 报名接口与裸服务器，同样的 SQL', async () => {
  const ours = await makeCourse(sql, '压测课一', 16, 100_000);
  const bare = await makeCourse(sql, '压测课二', 16, 100_000);
  const stop = await startBare(bare);
  const lines = await measureBooking({ ours: port, bare: barePort }, { ours, bare });
  stop();
  return lines;
});
await part('doors', '(c) 不经页面的答复与裸服务器', async () => {
  const course = await makeCourse(sql, '压测课满', 1, 40);
  const stop = await startBare(await makeCourse(sql, '压测课样', 1, 40));
  const lines = await measureDoors({ ours: port, bare: barePort }, sql, course);
  stop();
  return lines;
});
await part('rush', '(d) 开抢', async () => {
  const ours = await makeCourse(sql, '压测课三', 1, 40);
  const bare = await makeCourse(sql, '压测课四', 1, 40);
  const oneProcess = await makeCourse(sql, '压测课五', 1, 40);
  const stop = await startBare(bare);
  const ports = { ours: wide, oneProcess: port, bare: barePort };
  const lines = await measureRush(ports, sql, { ours, oneProcess, bare });
  stop();
  return lines;
});
await part('desk', '(e) 审批台，件数增加一百倍', () => measureDesk(port, sql));
await part('units', '(f) 单位报名，5000 行', () => measureUnitDesk(sql));
await part('bulk', '(f2) 批量办理，5000 件', () => measureBulk(sql));
await part('import', '(f3) 导入名册，12000 行', () => measureImport(sql));
await part('export', '(f4) 导出会员名单', () => measureExport(sql));
await part('check-in', '(g) 签到同步，500 条', () => measureCheckIn(sql));
await part('draw', '(h) 抽签，10000 人 40 个名额', () => measureDraw(sql));
await part('session', '(i) 查会话', measureSession);
// A million bookings or memberships are filled in only for who asks for the figures by name.
const sizesOf = (name: string) => [10_000, 100_000, ...(wanted.includes(name) ? [1_000_000] : [])];
await part('figures', '(l) 服务统计，年头增加一百倍', () =>
  measureFigures(sql, sizesOf('figures')),
);
await part('union-figures', '(m) 组织统计，会籍增加一百倍', () =>
  measureUnionFigures(sql, sizesOf('union-figures')),
);
await part('duplicates', '(n) 找重复', () => measureDuplicates(sql, sizesOf('duplicates')));
await part('segments', '(o) 人群，十万名会员', () => measureSegments(sql));
if (grows) await part('growth', '(j) 一千件到一百万件', () => measureGrowth(port, sql));
if (wanted.includes('peers')) {
  const file = process.env.BENCH_PEERS;
  const course = await makeCourse(sql, '压测课并排', 16, 100_000);
  if (file) await part('peers', '(k) 别的系统', () => measurePeers(port, course, file));
  else console.log(peersHelp);
}
if (wanted.length === 0 || wanted.includes('weights')) await measureWeights(port, sql);
if (wanted.length === 0 || wanted.includes('start')) {
  const facts = await measureStart();
  parts.start = facts;
  printFacts('(i) npm start：启动和内存，连同自带的数据库', facts);
}
console.log(`\n结果：${keep(parts)}`);
await sql.end();
await closeDatabase();
