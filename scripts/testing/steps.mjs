// What `npm test` does, in order: cheap and telling first.
import fs from 'node:fs';
import path from 'node:path';
import { findBrowser, installBrowser } from '../journeys/browser.mjs';
import { build } from '../launch/build.mjs';
import { startStep } from '../launch/children.mjs';
import { root } from '../launch/install.mjs';
import { checkMigrations } from './migrations.mjs';
import { forgetDevTypes, sourceFolders, tools } from './tools.mjs';

function node(args, env = {}, signal = 'SIGTERM') {
  const child = startStep(args, { stdio: 'inherit', env: { ...process.env, ...env } }, signal);
  return new Promise((resolve) => child.once('exit', (code) => resolve(code === 0)));
}

/** Each command is one check; the first red one ends the step. */
async function checks(...commands) {
  let passed = 0;
  for (const command of commands) {
    if (!(await node(command))) return { passed, failed: 1 };
    passed++;
  }
  return { passed, failed: 0 };
}

const report = (name) => path.join(root, 'test-results', name);

function read(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined;
}

async function vitest(project, rest) {
  const file = report(`${project}.json`);
  fs.rmSync(file, { force: true });
  // With what is named after it: `http-alone` belongs to `http`.
  const green = await node([tools.vitest, 'run', '--project', `${project}*`, ...rest], {
    VITEST_JSON: file,
  });
  const { numPassedTests = 0, numFailedTests = 0 } = read(file) ?? {};
  // Red without a failed test: a file that did not load, or an error outside every test.
  return { passed: numPassedTests, failed: green ? 0 : Math.max(1, numFailedTests) };
}

function ensureBrowser() {
  if (!findBrowser()) installBrowser();
}

async function playwright(rest) {
  ensureBrowser();
  const file = report('journeys.json');
  fs.rmSync(file, { force: true });
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  // The one signal on which it ends its server and its browsers.
  const green = await node([tools.playwright, 'test', ...rest], env, 'SIGINT');
  const { expected = 0, flaky = 0, unexpected = 0 } = read(file)?.stats ?? {};
  return { passed: expected + flaky, failed: green ? 0 : Math.max(1, unexpected) };
}

export const steps = [
  ['lint', () => checks([tools.biome, 'ci', '--error-on-warnings', '.'])],
  [
    'types',
    () => {
      forgetDevTypes();
      return checks([tools.next, 'typegen'], [tools.tsc, '--noEmit', '-p', '.']);
    },
  ],
  [
    'architecture',
    () =>
      checks(
        [tools.depcruise, ...sourceFolders(), '--config', '.dependency-cruiser.cjs'],
        ['scripts/check-features.mjs'],
        [tools.knip],
      ),
  ],
  ['migrations', checkMigrations],
  [
    'unit',
    (rest) => {
      // One of them ends a run of journeys: nothing may be installed meanwhile.
      ensureBrowser();
      return vitest('unit', rest);
    },
  ],
  ['integration', (rest) => vitest('integration', rest)],
  ['build', () => build().then(() => ({ passed: 1, failed: 0 }))],
  ['bundle', () => checks(['scripts/check-bundle.mjs'])],
  ['http', (rest) => vitest('http', rest)],
  ['journeys', playwright],
];
