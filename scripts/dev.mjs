// The same portal with reload on change, for working on it.
import path from 'node:path';
import { keep, typescript } from './launch/children.mjs';
import { launch } from './launch/session.mjs';

await launch(import.meta.filename, (prepared) => {
  const env = { ...prepared, NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' };
  const next = path.join('node_modules', 'next', 'dist', 'bin', 'next');
  const web = keep([next, 'dev', '-p', env.PORT], env);
  // Next has no message for us; it prints its own line when it listens.
  web.ready = Promise.resolve();
  return [keep([...typescript, 'scripts/worker.ts'], env), web];
});
