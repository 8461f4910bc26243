import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { webEnv } from '@/db/credentials.mjs';
import { freezeServer, killServer, thawServer } from '@/db/testing/kill-server';
import { type EmbeddedServer, startEmbedded } from '../../scripts/embedded-pg/index.mjs';
import { asBundled } from '../../scripts/launch/bundle.mjs';
import { keep, run, siteFlags } from '../../scripts/launch/children.mjs';
import { makeSecrets } from '../../scripts/launch/secrets.mjs';
import { freePort } from './server';

const NAME = 'lianxin';

/**
 * A portal with a database server of its own that may be killed: migrated, empty, served by two
 * processes and a worker. `house.ts` and `ask.ts` find it while it is open.
 */
export async function openOwnServer() {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'lianxin-crash-'));
  fs.chmodSync(dir, 0o755);
  const where = { dir: path.join(dir, 'pg'), port: await freePort() };
  let server: EmbeddedServer = await startEmbedded(where);
  const first = postgres(server.url(), { max: 1, onnotice: () => undefined });
  await first`create database ${first(NAME)}`;
  await first.end();

  const port = String(await freePort());
  const url = server.url(NAME);
  const own = { ...makeSecrets(), DATABASE_URL: url, LIANXIN_DEMO: '1', DATA_DIR: dir };
  const shared = {
    ...process.env,
    ...own,
    PORT: port,
    WEB_PROCESSES: '2',
    TRUSTED_PROXIES: '1',
    LOG_LEVEL: 'error',
  };
  const env = { ...shared, NODE_ENV: 'production' as const };
  await run(asBundled('scripts/prepare.ts'), env);
  // A story told at night is the same as by day: its texts do not wait for the morning.
  const clock = postgres(url, { max: 1, onnotice: () => undefined });
  await clock`insert into settings (key, value) values ('quiet_from', '0'), ('quiet_until', '0')`;
  await clock.end();
  fs.mkdirSync('test-results', { recursive: true });
  const note = path.join('test-results', `server-${port}.json`);
  fs.writeFileSync(note, JSON.stringify({ port, url }));
  // The factories seal with the same keys as the portal opens with.
  Object.assign(process.env, own, { E2E_PORT: port });

  const web = keep([...siteFlags, 'scripts/serve.mjs'], webEnv(env));
  const jobs = keep(asBundled('scripts/worker.ts'), env);
  await Promise.all([web.ready, jobs.ready]);
  return {
    /** kill -9 of the database and a start after it, as after a power cut. */
    async kill(): Promise<void> {
      killServer(server.pid);
      server = await startEmbedded({ ...where, port: server.port });
    },
    fall: () => killServer(server.pid),
    async rise(): Promise<void> {
      server = await startEmbedded({ ...where, port: server.port });
    },
    /** The database lives, takes connections and says nothing. */
    freeze: () => freezeServer(server.pid),
    thaw: () => thawServer(server.pid),
    /** kill -9 of the processes that answer people; returns how many there were. */
    killWeb(): number {
      const listed = spawnSync('pgrep', ['-P', String(web.pid)])
        .stdout.toString()
        .split('\n');
      const pids = listed.filter(Boolean).map(Number);
      for (const pid of pids) process.kill(pid, 'SIGKILL');
      return pids.length;
    },
    /** Whether any of the portal's own processes has ended. */
    ended: (): Promise<string> =>
      Promise.race([web.ended, jobs.ended, Promise.resolve('alive')]).then(String),
    async close(): Promise<void> {
      await Promise.all([web.stop(), jobs.stop()]);
      await server.stop();
      fs.rmSync(dir, { recursive: true, force: true });
      fs.rmSync(note, { force: true });
    },
  };
}
