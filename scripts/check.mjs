// The quick check while working: two things at a time, everything that can remember its last run does.
// `npm test` is the whole one.
import os from 'node:os';
import { endSteps } from './launch/children.mjs';
import { makeEnding } from './launch/ending.mjs';
import { install, isInstalled, patchDependencies, switchNode } from './launch/install.mjs';

if (!isInstalled()) install();
await switchNode(import.meta.filename);
patchDependencies();
const { changedSince, quickChecks } = await import('./testing/quick-checks.mjs');

const { end } = makeEnding({ code: 130, before: endSteps });
const began = Date.now();
const base = changedSince();
const waiting = quickChecks(base);
const red = [];

async function work() {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const [name, run] = next;
    const from = Date.now();
    const { passed, output } = await run();
    console.log(`${passed ? '✓' : '✗'} ${name}  ${((Date.now() - from) / 1000).toFixed(1)} s`);
    if (!passed) red.push(`\n✗ ${name}\n${output}`);
  }
}

await Promise.all(Array.from({ length: Math.max(2, os.availableParallelism()) }, work));
for (const one of red) console.error(one);
console.log(`\n${((Date.now() - began) / 1000).toFixed(1)} s, ${red.length} red (since ${base})`);
await end(red.length > 0 ? 1 : 0);
