import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

const MIB = 1024;
const TICK_MS = 10;

/** The process and all below it. */
function tree(top: number): number[] {
  const lines = spawnSync('ps', ['-eo', 'pid=,ppid=']).stdout.toString().trim().split('\n');
  const all = lines.map((line) => line.trim().split(/\s+/).map(Number));
  const found = [top];
  for (const one of found)
    found.push(...all.filter(([, parent]) => parent === one).map(([pid]) => pid ?? 0));
  return found;
}

/** What a file below /proc says; empty once the process is gone. */
function read(pid: number, name: string): string {
  try {
    return fs.readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}

/** Memory of a process and all below it in MiB, what they share counted once (PSS, Linux only). */
export function memoryOf(top: number): number {
  const kib = tree(top).map((pid) =>
    Number(/^Pss:\s+(\d+)/m.exec(read(pid, 'smaps_rollup'))?.[1] ?? 0),
  );
  return kib.reduce((sum, one) => sum + one, 0) / MIB;
}

/** Processor time in seconds that a process and all below it have used, with those that ended. */
export function processorSecondsOf(top: number): number {
  const ticks = tree(top).map((pid) => {
    // The name of the command stands in brackets and may hold spaces.
    const fields = read(pid, 'stat')
      .replace(/^.*\)\s/, '')
      .split(' ')
      .map(Number);
    return fields.slice(11, 15).reduce((sum, one) => sum + one, 0);
  });
  return (ticks.reduce((sum, one) => sum + one, 0) * TICK_MS) / 1000;
}
