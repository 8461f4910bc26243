import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const cli = (...args: string[]) =>
  spawnSync(process.execPath, ['scripts/cli.mjs', ...args], { encoding: 'utf8' });

const patience = 120_000;

test(
  'cli --help shows the commands and is no failure',
  () => {
    const { status, stdout } = cli('--help');
    expect(status).toBe(0);
    expect(stdout).toContain('admin:create');
  },
  patience,
);

test(
  'cli without a command is a failure that shows the commands',
  () => {
    const { status, stdout } = cli();
    expect(status).toBe(2);
    expect(stdout).toContain('admin:create');
  },
  patience,
);
