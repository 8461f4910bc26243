import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export interface Line {
  readonly what: string;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly statuses: string;
  readonly ratio?: number | undefined;
  readonly goal?: string;
}

/** Something measured that is no rate. */
export interface Fact {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly goal?: string;
}

/** Chinese characters are two columns wide. */
const width = (text: string) =>
  [...text].reduce((sum, c) => sum + (/[\u2e80-\uffe6]/.test(c) ? 2 : 1), 0);
const left = (text: string, to: number) => text + ' '.repeat(Math.max(0, to - width(text)));
const right = (text: string, to: number) => ' '.repeat(Math.max(0, to - width(text))) + text;

export function printTable(title: string, lines: readonly Line[]): void {
  console.log(`\n${title}`);
  const head = [
    right('次/秒', 9),
    right('p50 ms', 9),
    right('p99 ms', 9),
    right('比', 7),
    '  目标',
  ];
  console.log(`${left('', 30)}${head.join('')}   状态`);
  for (const line of lines) {
    const ratio = line.ratio === undefined ? '' : line.ratio.toFixed(line.ratio > 10 ? 0 : 2);
    const cells = [line.perSecond, line.p50, line.p99].map((n) => right(n.toFixed(1), 9));
    console.log(
      `${left(line.what, 30)}${cells.join('')}${right(ratio, 7)}  ${left(line.goal ?? '', 10)} ${line.statuses}`,
    );
  }
}

export function printFacts(title: string, facts: readonly Fact[]): void {
  console.log(`\n${title}`);
  for (const { what, value, unit, goal } of facts) {
    const number = value.toFixed(value < 100 ? 1 : 0);
    console.log(
      `${left(what, 30)}${right(number, 9)} ${left(unit, 4)}  ${goal ? `目标 ${goal}` : ''}`,
    );
  }
}

/** Keeps the run beside the earlier ones, with the machine it ran on. */
export function keep(parts: Record<string, readonly (Line | Fact)[]>): string {
  const folder = path.join('bench', 'results');
  fs.mkdirSync(folder, { recursive: true });
  const at = new Date().toISOString();
  const file = path.join(folder, `${at.slice(0, 19).replaceAll(':', '')}.json`);
  const [cpu] = os.cpus();
  const machine = { cpu: cpu?.model, cores: os.availableParallelism(), node: process.version };
  fs.writeFileSync(file, `${JSON.stringify({ at, machine, parts }, null, 2)}\n`);
  return file;
}
