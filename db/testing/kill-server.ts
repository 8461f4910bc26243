import { spawnSync } from 'node:child_process';

/** Sends a signal to a database server and everything it started. */
function signalServer(pid: number, signal: NodeJS.Signals): void {
  const children = spawnSync('pgrep', ['-P', String(pid)])
    .stdout.toString()
    .split('\n');
  for (const victim of [pid, ...children.filter(Boolean).map(Number)]) {
    try {
      process.kill(victim, signal);
    } catch {
      // Already gone: a backend follows its postmaster.
    }
  }
}

/** kill -9, as a power cut would end it. */
export const killServer = (pid: number): void => signalServer(pid, 'SIGKILL');

/** Alive, its port open, and not answering: as a disk that hangs would leave it. */
export const freezeServer = (pid: number): void => signalServer(pid, 'SIGSTOP');
export const thawServer = (pid: number): void => signalServer(pid, 'SIGCONT');
