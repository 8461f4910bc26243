// The processes this one started, and how they end.
import { spawn, spawnSync } from 'node:child_process';
import { makeBackoff } from './backoff.mjs';
import { root } from './install.mjs';
import { say } from './say.mjs';

/** Flags under which our TypeScript runs outside Next. */
const typescript = ['--conditions=react-server', '--import', 'tsx'];

/**
 * Flags of Node for a process that lasts: V8's own young generation of 48 MiB leaves each larger by as much, and no
 * request was answered with less work for it.
 */
export const frugal = ['--max-semi-space-size=4'];

/** For a process of the site. Towards a limit V8 collects in time: under load each holds 200 MiB and not 350. */
export const siteFlags = [...frugal, '--max-old-space-size=384'];

/** How the source `file` runs as it is written, compiled on its way in. */
export const asWritten = (file) => [...typescript, file];

const nameOf = (args) => args.find((arg) => /\.(mjs|ts)$|next$/.test(arg)) ?? args[0];
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Steps under way: each with the signal that its tool ends on. */
const steps = new Map();

/**
 * Starts a step that ends by itself, in a group of its own: Ctrl-C reaches it through `endSteps` only,
 * and so does every other reason to stop.
 */
export function startStep(args, options = {}, signal = 'SIGTERM') {
  const child = spawn(process.execPath, args, { cwd: root, detached: true, ...options });
  steps.set(child, signal);
  child.once('exit', () => steps.delete(child));
  return child;
}

/** All processes as `{pid, parent}`; without those that are dead and not yet noticed. */
function processes() {
  const lines = spawnSync('ps', ['-eo', 'pid=,ppid=,stat=']).stdout?.toString().split('\n') ?? [];
  return lines
    .map((line) => line.trim().split(/\s+/))
    .filter(([pid, , state]) => pid && !state.startsWith('Z'))
    .map(([pid, parent]) => ({ pid: Number(pid), parent: Number(parent) }));
}

/** Everything below a process, whatever group it is in, and itself. */
function below(top) {
  const all = processes();
  const found = [top];
  for (const one of found)
    found.push(...all.filter(({ parent }) => parent === one).map(({ pid }) => pid));
  return found;
}

function tell(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone already.
  }
}

async function endStep(child, signal) {
  const all = below(child.pid);
  const left = () => processes().filter(({ pid }) => all.includes(pid));
  tell(process.platform === 'win32' ? child.pid : -child.pid, signal);
  let rest = left();
  for (let i = 0; i < 150 && rest.length > 0; i++) {
    // The tool is gone and has left these behind: nobody else will tell them.
    if (rest.every(({ pid }) => pid !== child.pid))
      for (const { pid } of rest) tell(pid, 'SIGTERM');
    await wait(200);
    rest = left();
  }
  for (const { pid } of rest) tell(pid, 'SIGKILL');
}

/** Ends the steps under way with all that they started: tests, their servers, browsers. */
export const endSteps = () =>
  Promise.all([...steps].map(([child, signal]) => endStep(child, signal)));

/** Runs a step to its end; its standard output is returned, its errors are shown. */
export function run(args, env) {
  const child = startStep(args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
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
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 35_000);
  await ended;
  clearTimeout(timer);
}

/**
 * Keeps a process up: once it has been ready, whatever ends it, it is started again after a pause, and
 * said so. `ended` settles only when it never became ready.
 * @param silent it has no message for us, and counts as ready at once
 */
export function keepUp(name, args, env, { silent = false } = {}) {
  let child = keep(args, env);
  let stopping = false;
  let wanted = false;
  const backoff = makeBackoff();
  const ready = silent ? Promise.resolve() : child.ready;

  async function attend() {
    for (let began = Date.now(); ; began = Date.now()) {
      await child.ended;
      if (stopping) return;
      if (wanted) {
        wanted = false;
        child = keep(args, env);
        continue;
      }
      const pause = backoff(Date.now() - began);
      say(`${name}意外退出，${pause / 1000} 秒后重新启动。(ended unexpectedly, restarting)`);
      await wait(pause);
      if (stopping) return;
      child = keep(args, env);
      child.ready.then(() => say(`${name}已恢复。(up again)`)).catch(() => {});
    }
  }
  const ended = ready.then(attend, () => child.ended);
  return {
    ready,
    ended,
    /** Ends it to have it started anew, with the code as it is now. */
    restart: () => {
      wanted = true;
      return child.stop();
    },
    stop: () => {
      stopping = true;
      return child.stop();
    },
  };
}
