// What the operating system says about processes and ports.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';

export const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Alive and not a zombie: a just-killed process lingers until its parent has read its end. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  if (process.platform === 'win32') return true;
  return !spawnSync('ps', ['-o', 'stat=', '-p', String(pid)])
    .stdout?.toString()
    .startsWith('Z');
}

const commandOf = (pid) =>
  process.platform === 'win32'
    ? 'postgres'
    : (spawnSync('ps', ['-o', 'comm=', '-p', String(pid)]).stdout?.toString() ?? '');

export const isOpen = (port) =>
  new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => resolve(true) || socket.destroy());
    socket.on('error', () => resolve(false));
  });

/** `wanted` when nobody listens there, else a port the system gives. */
export const freePort = (wanted = 0) =>
  new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', (error) =>
      wanted && error.code === 'EADDRINUSE' ? resolve(freePort()) : reject(error),
    );
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/** The server that holds this data folder: `{pid, port}`, or nothing when its lock file is stale. */
export function findServer(dir) {
  const lock = path.join(dir, 'postmaster.pid');
  if (!fs.existsSync(lock)) return undefined;
  const lines = fs.readFileSync(lock, 'utf8').split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  // After a reboot the number may belong to anyone; PostgreSQL would then refuse to start.
  if (pid && isAlive(pid) && commandOf(pid).includes('postgres')) return { pid, port };
  fs.rmSync(lock, { force: true });
  return undefined;
}
