// How what was started ends: all of it, once, last started first, whatever the reason.
import { spawnSync } from 'node:child_process';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const LOOK_MS = 500;

/** Whether this process exists; its end may not have been noticed by its parent yet. */
export function isThere(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

// npm hands a signal to its shell alone, which dies of it silently; killed itself, it tells nobody.
function followNpm(end) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const shell = process.ppid;
  const npm = Number(spawnSync('ps', ['-o', 'ppid=', '-p', String(shell)]).stdout);
  const look = () => (process.ppid !== shell || (npm > 1 && !isThere(npm))) && end();
  setInterval(look, LOOK_MS).unref();
}

/** Calls `end` on a signal, and when whoever started this process is gone; perhaps more than once. */
export function onEnding(end) {
  for (const signal of signals) process.on(signal, end);
  if (process.connected) process.once('disconnect', end);
  followNpm(end);
}

/**
 * The list of what is running, as functions that stop it, and `end(code)`, which stops all of it and
 * leaves; a signal does the same with `code`. One that fails does not keep the others running.
 * @param before done first: what still uses the rest is ended there
 */
export function makeEnding({ code: usual = 0, before = async () => {} } = {}) {
  const stops = [];
  let ending = false;
  async function end(code) {
    if (ending) return;
    ending = true;
    await before();
    for (const stop of stops.reverse()) {
      await Promise.resolve(stop()).catch((error) => console.error(error.message));
    }
    process.exit(code);
  }
  onEnding(() => end(usual));
  return { stops, end, isEnding: () => ending };
}
