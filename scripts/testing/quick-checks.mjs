import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { startStep } from '../launch/children.mjs';
import { root } from '../launch/install.mjs';
import { missingMigration } from './migrations.mjs';
import { forgetDevTypes, sourceFolders, tools } from './tools.mjs';

const git = (...args) => spawnSync('git', args, { cwd: root, encoding: 'utf8' }).stdout.trim();

/** The commit that this work began at: where it left the branch that it will land on. */
export function changedSince() {
  const onto = ['@{upstream}', 'origin/main', 'main'].find((name) =>
    git('rev-parse', '-q', '--verify', name),
  );
  return (onto && git('merge-base', 'HEAD', onto)) || git('rev-parse', 'HEAD');
}

/** Runs one tool quietly; what it said is shown only when it is red. */
function tool(args) {
  const child = startStep(args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => {
      output += data;
    });
  return new Promise((resolve) =>
    child.once('exit', (code) => resolve({ passed: code === 0, output })),
  );
}

async function inOrder(...commands) {
  for (const command of commands) {
    const result = await tool(command);
    if (!result.passed) return result;
  }
  return { passed: true, output: '' };
}

const remembered = (name) => path.join('.data', name);

function drift() {
  const missing = missingMigration();
  return Promise.resolve({ passed: !missing, output: missing });
}

const ofChanges = ['related', '--run', '--project', 'unit', '--passWithNoTests'];

/** What is checked, longest first, each as `[name, run]`. */
export function quickChecks(base) {
  const changed = [
    ...git('diff', '--name-only', '--diff-filter=d', base).split('\n'),
    ...git('ls-files', '--others', '--exclude-standard').split('\n'),
  ];
  const sources = changed.filter((file) => /\.(tsx?|mjs)$/.test(file));
  const tables = changed.some((file) => /^db\/(schema|migrations)\//.test(file));
  const types = ['--incremental', '--tsBuildInfoFile', remembered('types.tsbuildinfo')];
  const arrows = ['--config', '.dependency-cruiser.cjs', '--cache', remembered('arrows')];
  return [
    [
      'types',
      () => {
        forgetDevTypes();
        return inOrder([tools.next, 'typegen'], [tools.tsc, '--noEmit', ...types, '-p', '.']);
      },
    ],
    ...(sources.length > 0
      ? [['unit tests of what changed', () => tool([tools.vitest, ...ofChanges, ...sources])]]
      : []),
    ['lint', () => tool([tools.biome, 'ci', '--error-on-warnings', '.'])],
    ['house rules', () => tool(['scripts/check-features.mjs'])],
    ['arrows', () => tool([tools.depcruise, ...sourceFolders(), ...arrows])],
    ['unused', () => tool([tools.knip, '--no-config-hints'])],
    ...(tables ? [['migrations', drift]] : []),
  ];
}
