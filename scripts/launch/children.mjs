// The processes this one started, and how they end.
import { spawn } from 'node:child_process';
import { root } from './install.mjs';

/** Flags under which our TypeScript runs outside Next. */
export const typescript = ['--conditions=react-server', '--import', 'tsx'];

const nameOf = (args) => args.find((arg) => /\.(mjs|ts)$|next$/.test(arg)) ?? args[0];

/** Runs a step to its end; its standard output is returned, its errors are shown. */
export function run(args, env) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (data) => {
    output += data;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0
        ? resolve(output)
        : reject(new Error(`${nameOf(args)} 失败 (exit ${code})\n${output}`)),
    );
  });
}

/**
 * Starts a process that lasts. It gets its own group, so Ctrl-C reaches it only through us and in
 * our order; and a channel, so that it notices at once when we are killed.
 */
export function keep(args, env) {
  const stdio = ['ignore', 'inherit', 'inherit', 'ipc'];
  const child = spawn(process.execPath, args, { cwd: root, env, stdio, detached: true });
  const ended = new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  const ready = new Promise((resolve, reject) => {
    child.on('message', (message) => message === 'ready' && resolve());
    ended.then((code) => reject(new Error(`${nameOf(args)} 没有启动起来 (exit ${code})`)));
  });
  ready.catch(() => {});
  return { ended, ready, pid: child.pid, stop: () => stop(child, ended) };
}

async function stop(child, ended) {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 35_000);
  await ended;
  clearTimeout(timer);
}

/** Ends this process in order when the one that started it is gone. */
export function followParent(end) {
  if (process.connected) process.once('disconnect', end);
}
