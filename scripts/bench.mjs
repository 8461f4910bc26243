// Measures, side by side on this machine, what the portal does per second and how it grows. Not a test.
// Its own database and servers on 127.0.0.1, gone when it ends: `npm run bench`, `npm run bench -- desk units`.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { webEnv } from '../db/credentials.mjs';
import { startEmbedded } from './embedded-pg/index.mjs';
import { freePort } from './embedded-pg/process.mjs';
import { buildStale } from './launch/build.mjs';
import { asBundled } from './launch/bundle.mjs';
import { asWritten, endSteps, keep, run, siteFlags } from './launch/children.mjs';
import { makeEnding } from './launch/ending.mjs';
import { patchDependencies, root, switchNode } from './launch/install.mjs';
import { makeSecrets } from './launch/secrets.mjs';

const longest = 20 * 60_000;
let stops;
let end;

async function startDatabase() {
  const dir = path.join(root, '.data', `bench-${process.pid}`);
  const server = await startEmbedded({ dir, port: await freePort() });
  stops.push(async () => {
    await server.stop();
    for (const made of [server.dir, `${server.dir}.log`])
      fs.rmSync(made, { recursive: true, force: true });
  });
  const sql = postgres(server.url(), { max: 1, onnotice() {} });
  await sql.unsafe('create database bench').finally(() => sql.end());
  return server.url('bench');
}

async function serve(env, processes) {
  const port = String(await freePort());
  const more = { PORT: port, HOST: '127.0.0.1', WEB_PROCESSES: String(processes) };
  const web = keep([...siteFlags, 'scripts/serve.mjs'], { ...webEnv(env), ...more });
  stops.push(web.stop);
  await web.ready;
  return port;
}

async function main() {
  ({ stops, end } = makeEnding({ code: 130, before: endSteps }));
  patchDependencies();
  await buildStale();
  setTimeout(() => console.error('超过二十分钟，停止。(too long)') || end(1), longest).unref();
  const env = {
    ...process.env,
    ...makeSecrets(),
    DATABASE_URL: await startDatabase(),
    LIANXIN_DEMO: '1',
    LIANXIN_BENCH: '1',
    DATA_DIR: path.join(root, '.data', `bench-${process.pid}`),
    // Each of the crowd says where it comes from, as behind a proxy.
    TRUSTED_PROXIES: '1',
    NODE_ENV: 'production',
  };
  await run([...asBundled('scripts/prepare.ts'), '--seed'], {
    ...env,
    DATABASE_STATEMENT_MS: '60000',
  });
  const ports = {
    BENCH_PORT: await serve(env, 1),
    BENCH_PORT_ALL_CORES: await serve(env, Math.min(4, os.availableParallelism())),
    BENCH_PORT_BARE: String(await freePort()),
  };
  const bench = keep([...asWritten('bench/main.ts'), ...process.argv.slice(2)], {
    ...env,
    ...ports,
  });
  stops.push(bench.stop);
  bench.ready.catch(() => {});
  await end(await bench.ended);
}

await switchNode(import.meta.filename);
main().catch((error) => {
  console.error(error.message);
  end(1);
});
