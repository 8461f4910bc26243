import { testServer } from '../embedded-pg/for-tests.mjs';
import { endSteps } from '../launch/children.mjs';
import { makeEnding } from '../launch/ending.mjs';
import { isPatched } from '../launch/install.mjs';
import { steps } from './steps.mjs';

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;
const table = [];
const INTERRUPTED = 130;

async function runOne(name, work, rest) {
  console.log(`\n▶ ${name}`);
  const began = Date.now();
  let result;
  try {
    result = await work(rest);
  } catch (error) {
    console.error(error.message);
    result = { passed: 0, failed: 1 };
  }
  table.push({ name, ...result, time: seconds(began) });
  return result.failed === 0;
}

function tellSum(began) {
  console.log('');
  for (const { name, passed, failed, time } of table) {
    console.log(
      `${failed ? '✗' : '✓'} ${name.padEnd(14)} ${String(passed).padStart(5)} passed ${String(failed).padStart(3)} failed  ${time}`,
    );
  }
  const sum = (key) => table.reduce((total, row) => total + row[key], 0);
  console.log(`total ${seconds(began)}\n\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') > 0 ? 1 : 0;
}

/** Runs every step, or the one named first; stops at the first red one. */
export async function runSteps([only, ...rest]) {
  const began = Date.now();
  const chosen = only ? steps.filter(([name]) => name === only) : steps;
  if (chosen.length === 0) {
    console.error(`no such step; there are: ${steps.map(([name]) => name).join(' ')}`);
    process.exit(2);
  }
  const { stops, end, isEnding } = makeEnding({ code: INTERRUPTED, before: endSteps });
  const server = await testServer();
  stops.push(server.stop);
  process.env.TEST_PG_URL = server.url;
  if (!only) table.push({ name: 'patch', passed: Number(isPatched()), failed: 0, time: '0.0 s' });
  for (const [name, work] of chosen) if (!(await runOne(name, work, rest)) || isEnding()) break;
  if (!isEnding()) await end(tellSum(began));
}
