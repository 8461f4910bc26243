// A warm Vitest: plants one fault after the other in memory and says whether a test notices.
import os from 'node:os';
import path from 'node:path';
import { tsImport } from 'tsx/esm/api';
import { createVitest } from 'vitest/node';
import { planted } from './faults.mjs';

const root = process.cwd();
let standing = null;

const planter = {
  name: 'planter',
  enforce: 'pre',
  transform(code, id) {
    return standing && id.split('?')[0] === standing.id
      ? { code: planted(code, standing), map: null }
      : undefined;
  },
};

// The projects of npm test. Every file in a worker thread of its own, as there; what stays warm is the
// server that transforms.
const { default: config } = await tsImport('../../vitest.config.ts', import.meta.url);
const { projects, ...shared } = config.test;
const { resolve } = config;

function projectOf(level) {
  const { extends: _, test } = projects.find((one) => one.test.name === level);
  const given = { ...shared, ...test, root, pool: 'threads', maxWorkers: 1 };
  return { plugins: [planter], resolve, test: given };
}
const opened = new Map();

async function open(name) {
  const options = {
    config: false,
    root,
    watch: false,
    reporters: [{}],
    bail: 1,
    passWithNoTests: true,
  };
  const vitest = await createVitest(
    'test',
    { ...options, projects: [projectOf(name)] },
    { resolve },
  );
  await vitest.globTestSpecifications();
  opened.set(name, vitest);
  return vitest;
}

/** Whether a test fails; its name, and the reason where it fails without a fault. */
async function run(name, files) {
  const vitest = opened.get(name) ?? (await open(name));
  const specs = files.flatMap((file) => vitest.getModuleSpecifications(path.join(root, file)));
  if (specs.length === 0) return null;
  // What failed before counts for `bail` as well, and nothing would run.
  vitest.state.idMap.clear();
  vitest.state.filesMap.clear();
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specs);
  const failed = testModules.find((module) => !module.ok());
  return failed
    ? failed.relativeModuleId
    : unhandledErrors.length > 0
      ? 'an unhandled error'
      : null;
}

process.on('message', async ({ fault, tests, level }) => {
  const id = fault && path.join(root, fault.file);
  const vitest = opened.get(level);
  standing = fault && { ...fault, id };
  if (id) vitest?.invalidateFile(id);
  try {
    process.send({ noticed: await run(level, tests) });
  } catch (error) {
    process.send({ noticed: null, error: String(error?.stack ?? error) });
  }
  standing = null;
  if (id) opened.get(level)?.invalidateFile(id);
});

process.on('disconnect', async () => {
  for (const vitest of opened.values()) await vitest.close();
  process.exit(0);
});
os.setPriority(10);
process.send({ ready: true });
