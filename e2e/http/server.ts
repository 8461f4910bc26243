import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(address && typeof address === 'object' ? address.port : 0));
    });
  });

async function waitUntilUp(port: string, child: ChildProcess) {
  for (let second = 0; second < 300; second++) {
    if (child.exitCode !== null) throw new Error('the production server did not start');
    const up = await fetch(`http://127.0.0.1:${port}/api/health`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (up) return;
    await new Promise((done) => setTimeout(done, 1000));
  }
  throw new Error('the production server did not answer within five minutes');
}

/** Starts a production server with a seeded database of its own, and is its `E2E_PORT`; returns how to end it. */
export async function startServer(env: Readonly<Record<string, string>> = {}) {
  const port = String(await freePort());
  process.env.E2E_PORT = port;
  const child = spawn(process.execPath, ['scripts/journeys/server.mjs'], {
    env: { ...process.env, ...env, E2E_PORT: port },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Kept as well as shown: one of the cases reads it for what a log must never say.
  fs.mkdirSync('test-results', { recursive: true });
  const log = fs.createWriteStream(path.join('test-results', `server-${port}.log`));
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    from.pipe(log, { end: false });
    from.pipe(to, { end: false });
  }
  await waitUntilUp(port, child);
  return async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
    for (const kind of ['json', 'log'])
      fs.rmSync(path.join('test-results', `server-${port}.${kind}`), { force: true });
  };
}
