// A warm Vitest: plants all faults of a file behind switches, or one alone, in memory, and says what its
// tests notice.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { tsImport } from 'tsx/esm/api';
import { createVitest } from 'vitest/node';
import { planted } from './faults.mjs';
import { switched } from './switched.mjs';

const root = process.cwd();
const stateFile = path.join(os.tmpdir(), `mutate-${process.pid}.json`);
process.env.MUTATE_STATE = stateFile;
// What stands instead of a source: its path, and what becomes of its text.
let replacement = null;

const planter = {
  name: 'planter',
  enforce: 'pre',
  transform(code, id) {
    return replacement && id.split('?')[0] === replacement.id
      ? { code: replacement.textOf(code), map: null }
      : undefined;
  },
};

// The projects of npm test. Every file in a worker thread of its own, as there; what stays warm is the
// server that transforms.
const { default: config } = await tsImport('../../vitest.config.ts', import.meta.url);
const { projects, ...shared } = config.test;
const { resolve } = config;

const runner = path.join(import.meta.dirname, 'runner.mjs');

function projectOf(level, many) {
  const { extends: _, test } = projects.find((one) => one.test.name === level);
  // A busy machine is no fault, so tests may take their time.
  const given = { ...shared, ...test, root, pool: 'threads', maxWorkers: 1, testTimeout: 60_000 };
  if (many) given.runner = runner;
  return { plugins: [planter], resolve, test: given };
}
const opened = new Map();

/** @param many whether all faults of a file are planted at once: then no failure ends the run */
async function open(level, many) {
  const options = {
    config: false,
    root,
    watch: false,
    reporters: [{}],
    bail: many ? 0 : 1,
    passWithNoTests: true,
  };
  const vitest = await createVitest(
    'test',
    { ...options, projects: [projectOf(level, many)] },
    { resolve },
  );
  await vitest.globTestSpecifications();
  return vitest;
}

/** The first test file that fails, or the first error beside the tests; null when all is green. */
async function run({ file, level, tests, many }, textOf) {
  const key = `${level} ${many}`;
  const vitest = opened.get(key) ?? (await open(level, many));
  opened.set(key, vitest);
  const id = path.join(root, file);
  replacement = textOf && { id, textOf };
  vitest.invalidateFile(id);
  const specs = tests.flatMap((test) => vitest.getModuleSpecifications(path.join(root, test)));
  // What failed before counts for `bail` as well, and nothing would run.
  vitest.state.idMap.clear();
  vitest.state.filesMap.clear();
  try {
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specs);
    const failed = testModules.find((module) => !module.ok());
    // Of many faults at once some leave a promise behind that nobody waits for.
    const stray = many ? undefined : unhandledErrors[0]?.message;
    return failed?.relativeModuleId ?? stray ?? null;
  } finally {
    replacement = null;
    vitest.invalidateFile(id);
  }
}

/** All faults of a file: which of them the tests came by, and, if they are asked, noticed. */
async function runMany(task) {
  const state = {
    onDatabase: task.level === 'integration',
    slowMs: task.quick ? 6_000 : 30_000,
    seen: [],
    outside: [],
    noticed: {},
  };
  fs.writeFileSync(stateFile, JSON.stringify(state));
  const red = await run({ ...task, many: true }, (code) => switched(code, task.faults));
  return { ...JSON.parse(fs.readFileSync(stateFile, 'utf8')), red };
}

process.on('message', async (task) => {
  try {
    const { fault } = task;
    process.send(
      task.faults
        ? await runMany(task)
        : { noticed: await run(task, fault && ((code) => planted(code, fault))) },
    );
  } catch (error) {
    process.send({ error: String(error?.stack ?? error) });
  }
});

process.on('disconnect', async () => {
  for (const vitest of opened.values()) await vitest.close();
  fs.rmSync(stateFile, { force: true });
  process.exit(0);
});
os.setPriority(10);
process.send({ ready: true });
