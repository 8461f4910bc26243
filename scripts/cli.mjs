// What the person at the server does by hand: the first officer, roles, the holiday table, keys.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { startEmbedded } from './embedded-pg/index.mjs';
import { asBundled, bundle, isBundled } from './launch/bundle.mjs';
import { dataDir, demoSecrets, demoSuffix } from './launch/data-dir.mjs';
import { onEnding } from './launch/ending.mjs';
import { install, isInstalled, patchDependencies, root, switchNode } from './launch/install.mjs';

if (!isInstalled() && !(isInstalled({ tools: false }) && isBundled())) install();
await switchNode(import.meta.filename);
patchDependencies();
if (!isBundled()) await bundle();

async function environment() {
  const limits = { DATABASE_STATEMENT_MS: '60000', ...process.env };
  if (process.env.DATABASE_URL) return { env: limits, stop: async () => {} };
  const server = await startEmbedded({ dir: path.join(dataDir(), 'pg') });
  const demo = { LIANXIN_DEMO: '1', DATABASE_URL: server.url(`lianxin${demoSuffix()}`) };
  const stop = server.reused ? async () => {} : server.stop;
  return { env: { ...demoSecrets(), ...limits, ...demo }, stop };
}

const needsDatabase = !['secrets', 'help', '--help', '-h', undefined].includes(process.argv[2]);
const { env, stop } = needsDatabase ? await environment() : { env: process.env, stop() {} };
const args = [...asBundled('scripts/cli/main.ts'), ...process.argv.slice(2)];
const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' });
onEnding(() => child.kill('SIGTERM'));
const code = await new Promise((resolve) => child.once('exit', (status) => resolve(status ?? 1)));
await stop();
process.exit(code);
