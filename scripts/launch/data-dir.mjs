// What a demo keeps between starts: its secrets, its logins, and who is running on it now.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { isAlive } from '../embedded-pg/process.mjs';
import { root } from './install.mjs';
import { makeSecrets } from './secrets.mjs';

export const dataDir = () => path.resolve(root, process.env.DATA_DIR || '.data');
const file = (name) => path.join(dataDir(), name);

function read(name) {
  try {
    return JSON.parse(fs.readFileSync(file(name), 'utf8'));
  } catch {
    return undefined;
  }
}

// Written aside and renamed: a kill in between leaves the old file, not half a new one.
function write(name, value) {
  fs.mkdirSync(dataDir(), { recursive: true });
  fs.writeFileSync(`${file(name)}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  fs.renameSync(`${file(name)}.new`, file(name));
}

/** Secrets of the demo, made at its first start: two demos never share a key. */
export function demoSecrets() {
  const stored = read('secrets.json');
  if (stored) return stored;
  const made = makeSecrets();
  write('secrets.json', made);
  return made;
}

/** What `DEMO` adds to the names of a demo's database and logins: several may live in one folder. */
export function demoSuffix(demo = process.env.DEMO) {
  if (!demo || demo === 'gangnan') return '';
  if (/^[a-z]{1,20}$/.test(demo)) return `_${demo}`;
  throw new Error(`DEMO 只能是小写字母，不能是“${demo}”。(lower-case letters only)`);
}

const logins = () => `demo${demoSuffix()}.json`;
export const demoLogins = () => read(logins())?.logins;
export const keepLogins = (made) => write(logins(), { logins: made });

const isOurs = (pid) =>
  isAlive(pid) &&
  /(start|dev)\.mjs/.test(
    spawnSync('ps', ['-o', 'args=', '-p', String(pid)]).stdout?.toString() ?? '',
  );

/** Claims the folder for this process; refuses when another start works on it. */
export function claim(port) {
  const other = read('run.json');
  if (other && other.pid !== process.pid && isOurs(other.pid)) {
    throw new Error(
      `已经在运行：http://localhost:${other.port}（进程 ${other.pid}）。\n` +
        '要再开一个，请换一个目录和端口：DATA_DIR=.data2 PORT=3001 npm start (already running)',
    );
  }
  write('run.json', { pid: process.pid, port });
}

export const release = () => fs.rmSync(file('run.json'), { force: true });
