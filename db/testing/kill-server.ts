import { spawnSync } from 'node:child_process';

/** kill -9 of a database server and everything it started, as a power cut would end it. */
export function killServer(pid: number): void {
  const children = spawnSync('pgrep', ['-P', String(pid)])
    .stdout.toString()
    .split('\n');
  for (const victim of [pid, ...children.filter(Boolean).map(Number)]) {
    try {
      process.kill(victim, 'SIGKILL');
    } catch {
      // Already gone: a backend follows its postmaster.
    }
  }
}
