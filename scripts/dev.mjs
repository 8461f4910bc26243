// The same portal with reload on change, for working on it: pages by Next, the worker by starting it anew.
import { webEnv } from '../db/credentials.mjs';
import { bundle, isBundled } from './launch/bundle.mjs';
import { asWritten, keepUp } from './launch/children.mjs';
import { onChange } from './launch/on-change.mjs';
import { say } from './launch/say.mjs';
import { launch } from './launch/session.mjs';

/** The address for psql and the like; a password that is not the demo's stays out of the terminal. */
function databaseAddress({ DATABASE_URL, LIANXIN_DEMO }) {
  const url = new URL(DATABASE_URL);
  if (LIANXIN_DEMO !== '1' && url.password) url.password = '***';
  return url.href;
}

async function serve(prepared) {
  if (!isBundled()) await bundle();
  const env = { ...prepared, NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' };
  const web = keepUp('网站', ['scripts/serve.mjs'], webEnv({ ...env, WEB_PROCESSES: '1' }));
  const jobs = keepUp('任务进程', asWritten('scripts/worker.ts'), env);
  const unwatch = onChange(['features', 'lib', 'db'], async () => {
    say('  ↻ 任务进程用新代码重新启动 (worker restarted)');
    await jobs.restart();
  });
  say(`  数据库地址  ${databaseAddress(env)}`);
  const stop = async () => {
    await unwatch();
    await jobs.stop();
  };
  return [{ ...jobs, stop }, web];
}

await launch(import.meta.filename, { as: asWritten, serve });
