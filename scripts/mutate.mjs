// npm run mutate -- [--room bookings] [--sample 200] [--seed 1] [--level unit|integration|both] [--survivors out.json] [--file part] [--quick] [--without part]
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { crew } from './mutate/crew.mjs';
import { equivalent } from './mutate/equivalent.mjs';
import { faultsOf, nameOf } from './mutate/faults.mjs';
import { importers, relatedTests, roomOf, sourceFiles } from './mutate/related.mjs';
import { printReport } from './mutate/report.mjs';

const { values } = parseArgs({
  options: {
    room: { type: 'string' },
    file: { type: 'string' },
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    level: { type: 'string', default: 'both' },
    workers: { type: 'string', default: '2' },
    json: { type: 'string' },
    survivors: { type: 'string' },
    without: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
});

const root = process.cwd();
const isPlanted = (file) =>
  /^(features\/[^/]+\/rules(\/|\.ts$)|lib\/)/.test(file) &&
  file.endsWith('.ts') &&
  !/\.test|(^|[-/])data(\/|\.ts)|^lib\/testing\//.test(file);

/** The same numbers for the same seed (mulberry32). */
function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function sampleOf(faults, size, seed) {
  const random = randomOf(seed);
  const drawn = faults.map((fault) => [random(), fault]).sort(([a], [b]) => a - b);
  return drawn.slice(0, size).map(([, fault]) => fault);
}

const all = sourceFiles(root)
  .filter(isPlanted)
  .filter((file) => !values.room || roomOf(file) === values.room)
  .filter((file) => !values.file || file.includes(values.file))
  .flatMap((file) => faultsOf(file, fs.readFileSync(path.join(root, file), 'utf8')));
const known = all.filter((fault) => nameOf(fault) in equivalent);
const open = all.filter((fault) => !(nameOf(fault) in equivalent));
const placeOf = ({ file, kind, start, now }) => [file, kind, start, now].join(' ');
const survived =
  values.survivors &&
  new Set(
    JSON.parse(fs.readFileSync(values.survivors, 'utf8'))
      .filter(({ noticed }) => !noticed)
      .map(placeOf),
  );
const asked = survived ? open.filter((fault) => survived.has(placeOf(fault))) : open;
const faults = values.sample ? sampleOf(asked, Number(values.sample), Number(values.seed)) : asked;
console.log(`${all.length} faults, ${known.length} of them equivalent, ${faults.length} planted`);

const by = importers(root);
const levels = values.level === 'both' ? ['unit', 'integration'] : [values.level];
const plan = (file) => {
  const tests = relatedTests(by, file);
  const isAsked = (test) => !values.without || !test.includes(values.without);
  return levels.map((level) => ({ level, tests: tests[level].filter(isAsked) }));
};
const keep = (results) =>
  values.json && fs.writeFileSync(values.json, JSON.stringify(results, null, 1));
const { quick } = values;
printReport(await crew(Number(values.workers), faults, { plan, quick }, keep));
process.exit(0);
