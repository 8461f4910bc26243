// One command from a clean clone to a running portal. Nothing of node_modules is used before install.
import os from 'node:os';
import { webEnv } from '../db/credentials.mjs';
import { buildStale, isBuilt } from './launch/build.mjs';
import { asBundled } from './launch/bundle.mjs';
import { frugal, keepUp, siteFlags } from './launch/children.mjs';
import { keepCluster } from './launch/cluster.mjs';
import { isInstalled } from './launch/install.mjs';
import { step } from './launch/say.mjs';
import { launch } from './launch/session.mjs';

async function build() {
  if (!isBuilt()) await step('构建网站（首次约一分钟）', buildStale);
}

async function serve(prepared) {
  const env = { ...prepared, NODE_ENV: 'production' };
  const jobs = keepUp('任务进程', [...frugal, ...asBundled('scripts/worker.ts')], env);
  const cores = Number(env.WEB_PROCESSES || Math.min(4, os.availableParallelism()));
  if (cores > 1) return [jobs, keepCluster(webEnv(env), cores, siteFlags)];
  return [jobs, keepUp('网站', [...siteFlags, 'scripts/serve.mjs'], webEnv(env))];
}

// What is built already needs nothing to build it with.
const isEnough = () => isInstalled() || (isInstalled({ tools: false }) && isBuilt());
await launch(import.meta.filename, { as: asBundled, serve, build, isEnough });
