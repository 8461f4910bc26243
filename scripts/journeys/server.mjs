// The production server that the journeys visit: its own port, its own seeded database.
import fs from 'node:fs';
import path from 'node:path';
import postgres from 'postgres';
import { webEnv } from '../../db/credentials.mjs';
import { testServer } from '../embedded-pg/for-tests.mjs';
import { buildStale } from '../launch/build.mjs';
import { asBundled } from '../launch/bundle.mjs';
import { endSteps, keep, run, siteFlags } from '../launch/children.mjs';
import { makeEnding } from '../launch/ending.mjs';
import { patchDependencies, root } from '../launch/install.mjs';
import { makeSecrets } from '../launch/secrets.mjs';

const port = process.env.E2E_PORT ?? '3999';
const name = `lx_run_${process.pid}_journeys`;
const { stops, end } = makeEnding({ before: endSteps });

async function ask(url, statement) {
  const sql = postgres(url, { max: 1, onnotice() {} });
  await sql.unsafe(statement).finally(() => sql.end());
}

async function main() {
  patchDependencies();
  await buildStale();
  const server = await testServer();
  stops.push(server.stop);
  await ask(server.url, `create database ${name}`);
  stops.push(() => ask(server.url, `drop database if exists ${name} with (force)`));

  const url = Object.assign(new URL(server.url), { pathname: `/${name}` }).href;
  const env = {
    ...process.env,
    ...makeSecrets(),
    DATABASE_URL: url,
    // Its ledger's nightly file is not the demo's.
    DATA_DIR: path.join(root, 'test-results', `data-${port}`),
    LIANXIN_DEMO: '1',
    PORT: port,
  };
  Object.assign(env, { NODE_ENV: 'production', WEB_PROCESSES: '1', TRUSTED_PROXIES: '1' });
  // On a machine with much else to do nobody is told 系统繁忙, except where a test is about that.
  env.DATABASE_STATEMENT_MS ??= '20000';
  const patient = { ...env, DATABASE_STATEMENT_MS: '60000' };
  await run([...asBundled('scripts/prepare.ts'), '--seed'], patient);
  // A story told at night is the same as by day: its texts do not wait for the morning.
  await ask(
    url,
    `insert into settings (key, value) values ('quiet_from', '0'), ('quiet_until', '0')
      on conflict (key) do update set value = excluded.value`,
  );
  // For journeys that must look into, or act on, the database itself.
  fs.mkdirSync(path.join(root, 'test-results'), { recursive: true });
  fs.writeFileSync(
    path.join(root, 'test-results', `server-${port}.json`),
    JSON.stringify({ port, url }),
  );
  const web = keep([...siteFlags, 'scripts/serve.mjs'], webEnv(env));
  const jobs = keep(asBundled('scripts/worker.ts'), env);
  stops.push(jobs.stop, web.stop);
  for (const child of [web, jobs]) child.ended.then(() => end(1));
  await Promise.all([web.ready, jobs.ready]);
}

main().catch((error) => {
  console.error(error.message);
  end(1);
});
