// A private PostgreSQL 18 for the demo, for tests and for work: no Docker, no installation, root or not.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { findBinaries, mayReach, publicFolder, unprivilegedAccount } from './binaries.mjs';
import { findServer, freePort, isAlive, isOpen, wait } from './process.mjs';

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '128MB',
  // Values bound to a failed statement are personal data and stay out of the server's log.
  log_parameter_max_length_on_error: '0',
  log_min_error_statement: 'panic',
};

// The builtin UTF-8 locale: under plain C, pg_trgm sees nothing in Chinese.
const clusterOptions = ['-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'].concat([
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
]);

// A lock or a memory block of a server killed an instant ago clears by itself.
const passing = /postmaster\.pid" already exists|shared memory block .* still in use/;

function place(wanted, account) {
  const dir = path.resolve(wanted);
  fs.mkdirSync(path.dirname(dir), { recursive: true });
  if (mayReach(path.dirname(dir), account)) return dir;
  return publicFolder(`data-${createHash('sha256').update(dir).digest('hex').slice(0, 16)}`);
}

// Made aside and renamed: a killed initdb, or two at once, never leave half a cluster behind.
function prepare(dir, account, native, env) {
  if (fs.existsSync(path.join(dir, 'PG_VERSION'))) return;
  const aside = `${dir}.new-${process.pid}`;
  fs.rmSync(aside, { recursive: true, force: true });
  fs.mkdirSync(aside, { mode: 0o700 });
  if (account.uid !== undefined) fs.chownSync(aside, account.uid, account.gid);
  const initdb = path.join(native, 'bin', 'initdb');
  const made = spawnSync(initdb, ['-D', aside, ...clusterOptions], { ...account, env, cwd: aside });
  if (made.status !== 0) throw new Error(`initdb: ${made.error?.message ?? made.stderr}`);
  try {
    fs.renameSync(aside, dir);
  } catch (error) {
    fs.rmSync(aside, { recursive: true, force: true });
    if (!fs.existsSync(path.join(dir, 'PG_VERSION'))) throw error;
  }
}

async function launch(dir, port, extra, account, native, env) {
  const log = `${dir}.log`;
  const output = fs.openSync(log, 'w');
  const flags = Object.entries({ ...settings, ...extra }).flatMap(([k, v]) => ['-c', `${k}=${v}`]);
  // Its own process group: Ctrl-C must reach the application first, the database last.
  const server = spawn(path.join(native, 'bin', 'postgres'), ['-D', dir, '-p', port, ...flags], {
    ...account,
    env,
    cwd: dir,
    detached: true,
    stdio: ['ignore', output, output],
  });
  fs.closeSync(output);
  server.unref();
  const failed = new Promise((_, reject) => server.once('error', reject));
  failed.catch(() => {});
  for (const deadline = Date.now() + 60_000; !(await isReady(log, port)); ) {
    if (server.exitCode !== null || Date.now() > deadline) {
      throw new Error(`PostgreSQL did not start:\n${fs.readFileSync(log, 'utf8').slice(-4000)}`);
    }
    await Promise.race([wait(25), failed]);
  }
  return server.pid;
}

// The port opens before crash recovery ends; the log says when queries are welcome.
const isReady = async (log, port) =>
  (await isOpen(Number(port))) &&
  fs.readFileSync(log, 'utf8').includes('ready to accept connections');

async function startOnce({ dir: wanted, port, settings: extra = {} }) {
  const account = unprivilegedAccount();
  const dir = place(wanted, account);
  const running = findServer(dir);
  if (running && (await isOpen(running.port))) return { ...running, dir, reused: true };
  const native = findBinaries(account);
  const env = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', LD_LIBRARY_PATH: `${native}/lib` };
  prepare(dir, account, native, env);
  const chosen = await freePort(port);
  const pid = await launch(dir, String(chosen), extra, account, native, env);
  return { pid, port: chosen, dir, reused: false };
}

async function stop(pid) {
  if (!isAlive(pid)) return;
  process.kill(pid, 'SIGINT');
  for (let i = 0; i < 600 && isAlive(pid); i++) await wait(50);
}

/**
 * Starts the server of a data folder, or joins the one that already runs there.
 * `url(database)` addresses it; `stop()` ends it, whoever started it.
 * It outlives a killed parent on purpose: the next start finds it by its lock file.
 */
export async function startEmbedded({ dir, port = 54329, settings: extra } = {}) {
  for (let attempt = 1; ; attempt++) {
    try {
      const server = await startOnce({ dir, port, settings: extra });
      const url = (database = 'postgres') =>
        `postgres://postgres@127.0.0.1:${server.port}/${database}`;
      return { ...server, url, stop: () => stop(server.pid) };
    } catch (error) {
      if (attempt === 20 || !passing.test(error.message)) throw error;
      await wait(500);
    }
  }
}
