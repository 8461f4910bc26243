import 'server-only';
import { assertSession } from '@/db/client';
import { assertKeys, WrongKeys } from '../crypto/key-check';
import { env, sendsNoTexts } from '../env';
import { log } from '../log';
import { assertPortal, readPortal, UnfitPortal } from '../portal/portal';

const served = globalThis as typeof globalThis & { lianxinServed?: boolean };

const noTexts =
  '短信没有接通（SMS_PROVIDER=console）：验证码发不出去，没有密码的人登录不了。\n' +
  'No text leaves this installation (SMS_PROVIDER=console): nobody without a password can sign in.';

function refuse(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}

/** Once the database is back: keys that do not fit end the process before it answers a second person. */
function judgeLater(): void {
  setTimeout(() => {
    assertKeys().catch((error) => (error instanceof WrongKeys ? refuse(error) : judgeLater()));
  }, 1000).unref();
}

/**
 * Ends the process when it must not serve: settings missing, keys of other data, or a database session under which the
 * locks would not hold. A database that is merely away is the readiness check's business.
 */
export async function checkProcess(): Promise<void> {
  try {
    env();
    if (sendsNoTexts()) process.stderr.write(`${noTexts}\n`);
  } catch (error) {
    refuse(error);
  }
  // Our own server drains first (scripts/server/web-worker.mjs); any other would only log and go on.
  if (!served.lianxinServed) {
    process.on('uncaughtException', (error) => {
      log().error('uncaught exception', {}, error);
      process.exit(1);
    });
  }
  const started = assertSession().then(assertKeys).then(assertPortal);
  await started.catch((error: unknown) => {
    if (error instanceof WrongKeys || error instanceof UnfitPortal) refuse(error);
    if (error instanceof Error && error.message.startsWith('unsafe')) throw error;
    judgeLater();
    log().warn('database away at start', {}, error);
  });
  // So that the first words this process says name the right union.
  await readPortal();
}
