// The same portal with reload on change, for working on it.
import path from 'node:path';
import { webEnv } from '../db/credentials.mjs';
import { keepUp, typescript } from './launch/children.mjs';
import { launch } from './launch/session.mjs';

await launch(import.meta.filename, (prepared) => {
  const env = { ...prepared, NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' };
  const next = path.join('node_modules', 'next', 'dist', 'bin', 'next');
  // Next has no message for us; it prints its own line when it listens.
  const web = keepUp('网站', [next, 'dev', '-p', env.PORT], webEnv(env), { silent: true });
  return [keepUp('任务进程', [...typescript, 'scripts/worker.ts'], env), web];
});
