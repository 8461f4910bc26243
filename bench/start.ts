import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pass } from 'node:timers/promises';
import { freePort } from '../scripts/embedded-pg/process.mjs';
import { fire, median } from './load';
import type { Fact } from './report';
import { memoryOf, processorSecondsOf } from './tree';

const STARTS = 3;
const SETTLED_MS = 10_000;
const LOOK_MS = 250;
const pages = ['/services', '/', '/login', '/help', '/news', '/staff/login'];

/** `npm start` as it is typed, in a folder of its own: nothing of this run's database and keys is known to it. */
function environment(folder: string, port: number): NodeJS.ProcessEnv {
  const own = /^(DATABASE_|BENCH_|LIANXIN_|APP_SECRET|FIELD_KEYS|INDEX_KEYS|npm_)/;
  const rest = Object.entries(process.env).filter(([name]) => !own.test(name));
  return {
    ...Object.fromEntries(rest),
    NODE_ENV: 'production',
    DATA_DIR: folder,
    PORT: String(port),
  };
}

async function start(env: NodeJS.ProcessEnv) {
  const began = performance.now();
  const npm = spawn('npm', ['start'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const top = npm.pid ?? 0;
  const ended = new Promise((resolve) => npm.once('exit', resolve));
  const leave = () => npm.kill('SIGTERM') && process.exit(130);
  process.once('SIGTERM', leave).once('disconnect', leave);
  await new Promise<void>((resolve, reject) => {
    npm.stdout.on('data', (said) => String(said).includes('按 Ctrl-C 停止') && resolve());
    ended.then(() => reject(new Error('npm start ended')));
  });
  const seconds = (performance.now() - began) / 1000;
  const stop = async () => {
    process.off('SIGTERM', leave).off('disconnect', leave);
    npm.kill('SIGTERM');
    await ended;
    // npm goes first; the folder is free once those below it have gone too.
    while (fs.existsSync(path.join(env.DATA_DIR ?? '', 'run.json'))) await pass(LOOK_MS);
  };
  return { top, seconds, processor: processorSecondsOf(top), stop };
}

/** The most that the tree holds while its pages are asked for by so many at once. */
async function peak(top: number, port: number): Promise<number> {
  let most = 0;
  const look = setInterval(() => {
    most = Math.max(most, memoryOf(top));
  }, LOOK_MS);
  let at = 0;
  const next = () => ({ path: pages[at++ % pages.length] ?? '/' });
  await fire({ port, connections: 50, seconds: 20, most: 100_000, next });
  clearInterval(look);
  return most;
}

/** Second start and memory of the whole tree of `npm start`, embedded database included. */
export async function measureStart(): Promise<Fact[]> {
  const folder = path.resolve(process.env.DATA_DIR ?? '.data', 'start');
  const port = await freePort();
  const env = environment(folder, port);
  await (await start(env)).stop();
  const starts = [];
  for (let i = 1; i < STARTS; i++) {
    const one = await start(env);
    starts.push(one);
    await one.stop();
  }
  const last = await start(env);
  starts.push(last);
  await pass(SETTLED_MS);
  const rest = memoryOf(last.top);
  const most = await peak(last.top, port);
  await last.stop();
  fs.rmSync(folder, { recursive: true, force: true });
  return [
    {
      what: '第二次启动',
      value: median(starts.map((one) => one.seconds)),
      unit: '秒',
      goal: '≤ 5',
    },
    { what: '其中处理器时间', value: median(starts.map((one) => one.processor)), unit: '秒' },
    { what: '静止时内存', value: rest, unit: 'MiB', goal: '≤ 300' },
    { what: '峰值内存，50 路看页面', value: most, unit: 'MiB', goal: '≤ 600' },
  ];
}
