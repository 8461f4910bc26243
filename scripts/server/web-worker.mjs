// One web process: Next behind the guard, draining when told to or when it can no longer be trusted.
import http from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import next from 'next';
import { asBundled } from '../launch/bundle.mjs';
import { root } from '../launch/install.mjs';
import { quietConsole, withoutMessage } from './quiet-console.mjs';

const DRAIN_MS = 28_000;
const front = pathToFileURL(path.join(root, ...asBundled('scripts/server/front.ts'))).href;

export async function serveOne() {
  const port = Number(process.env.PORT || 3000);
  const origin = URL.canParse(process.env.APP_ORIGIN ?? '')
    ? new URL(process.env.APP_ORIGIN).origin
    : undefined;
  const trustedProxies = Number(process.env.TRUSTED_PROXIES || 0);
  const development = process.env.NODE_ENV === 'development';
  let draining = false;
  quietConsole();
  globalThis.lianxinServed = true;

  const app = next({
    dev: development,
    turbopack: development,
    dir: root,
    port,
    customServer: true,
  });
  await app.prepare();
  const { answerAtDoor, guarded, onClientError } = await import(front);
  // While working on it a handler is compiled anew with its page, by Next.
  const doors = development ? undefined : answerAtDoor;
  const options = { origin, trustedProxies, isDraining: () => draining, development, doors };
  const server = http.createServer(guarded(app.getRequestHandler(), options));
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  server.keepAliveTimeout = 65_000;
  server.on('clientError', (error, socket) => onClientError(error, socket, origin));

  // Requests under way are answered; connections that only wait are let go at once.
  async function drain(code) {
    if (draining) return;
    draining = true;
    setTimeout(() => process.exit(code), DRAIN_MS).unref();
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeIdleConnections();
    });
    await globalThis.lianxinPool?.sql.end({ timeout: 1 });
    process.exit(code);
  }

  // After an error that nothing caught, memory cannot be trusted; the primary starts a fresh process.
  process.on('uncaughtException', (error) => {
    process.stderr.write(`${withoutMessage(error)}\n`);
    drain(1);
  });
  process.on('SIGTERM', () => drain(0));
  // Of a terminal they reach the whole group; whoever leads it tells us to drain.
  for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, () => {});
  process.on('disconnect', () => drain(0));
  server.listen(port, process.env.HOST || '0.0.0.0', () => process.send?.('ready'));
}
