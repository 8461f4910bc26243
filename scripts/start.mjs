// One command from a clean clone to a running portal. Nothing of node_modules is used before install.
import os from 'node:os';
import { build, isBuilt } from './launch/build.mjs';
import { keep, typescript } from './launch/children.mjs';
import { step } from './launch/say.mjs';
import { launch } from './launch/session.mjs';

await launch(import.meta.filename, async (prepared) => {
  if (!isBuilt()) await step('构建网站（首次约一分钟）', build);
  const env = { ...prepared, NODE_ENV: 'production' };
  env.WEB_PROCESSES ||= String(Math.min(4, os.availableParallelism()));
  const jobs = keep([...typescript, 'scripts/worker.ts'], env);
  return [jobs, keep(['scripts/serve.mjs'], env)];
});
