// Runs each test once as it is and once more for every fault that it came by.
import fs from 'node:fs';
import fc from 'fast-check';
import { TestRunner } from 'vitest';
import { getFn, getHooks } from 'vitest/suite';

// That a property does not hold is enough; nobody reads the smallest example.
fc.configureGlobal({ endOnFailure: true });

const board = () => (globalThis.__faults ??= { on: -1, seen: new Set(), turns: 0 });
const stateFile = process.env.MUTATE_STATE;
const SLOW_MS = 100;
const REPEAT_MS = 60_000;
/** What so many tests on the database did not notice is cheaper asked alone. */
const REPEATS = 8;

/** The suites around a test, the file first. */
const around = ({ suite, file }) =>
  suite && suite !== file ? [...around({ suite: suite.suite, file }), suite] : [file];

/** What vitest does between two tests, so that the next finds everything as the first did. */
async function renew(test) {
  const call = async (suite, name) => {
    for (const hook of getHooks(suite)[name]) await hook(test.context, suite);
  };
  const suites = around(test);
  for (const suite of suites.toReversed()) await call(suite, 'afterEach');
  for (const suite of suites) await call(suite, 'beforeEach');
}

export default class FaultRunner extends TestRunner {
  // What is passed while files are read, in hooks and between tests has no test to ask again.
  outside = new Set();
  slow = [];
  times = {};
  state = JSON.parse(fs.readFileSync(stateFile, 'utf8'));

  async fails(test, fn, fault) {
    await renew(test);
    Object.assign(board(), { on: fault, turns: 0 });
    const before = test.result.state;
    try {
      await fn();
      return test.result.state === 'fail' && before !== 'fail';
    } catch {
      return true;
    } finally {
      board().on = -1;
      test.result.state = before;
      test.result.errors = undefined;
    }
  }

  async askEach(test, fn, many, until) {
    const noticed = [];
    for (const n of many) {
      if (n in this.state.noticed) continue;
      const times = (this.times[n] ?? 0) + 1;
      this.times[n] = times;
      if (Date.now() > until || (this.state.onDatabase && times > REPEATS)) this.outside.add(n);
      else if (await this.fails(test, fn, n)) noticed.push(n);
    }
    // A test that cannot be run twice has noticed nothing but itself.
    if (noticed.length > 0 && !(await this.fails(test, fn, -1)))
      for (const n of noticed) this.state.noticed[n] = `${test.file.name}: ${test.name}`;
  }

  /** @param many faults that the test came by; @param until when to leave the rest to be asked alone */
  async ask(test, fn, many, until) {
    try {
      await this.askEach(test, fn, many, until);
    } catch {
      // Hooks that cannot be run twice.
      for (const n of many) this.outside.add(n);
    }
    board().seen = new Set();
  }

  async runTask(test) {
    const fn = getFn(test);
    for (const n of board().seen) this.outside.add(n);
    board().seen = new Set();
    const from = Date.now();
    await fn();
    const took = Date.now() - from;
    const seen = [...board().seen];
    board().seen = new Set();
    this.state.seen = [...new Set([...this.state.seen, ...seen])];
    // Later the database is closed.
    if (this.state.onDatabase) await this.ask(test, fn, seen, Date.now() + REPEAT_MS);
    else if (took > SLOW_MS) this.slow.push({ test, fn, seen, took });
    else await this.ask(test, fn, seen, Number.POSITIVE_INFINITY);
  }

  async onAfterRunFiles() {
    for (const n of board().seen) this.outside.add(n);
    board().seen = new Set();
    // The quick ones have noticed most by now.
    for (const { test, fn, seen } of this.slow.sort((a, b) => a.took - b.took)) {
      const until = Date.now() + this.state.slowMs;
      await this.ask(test, fn, seen, until);
    }
    super.onAfterRunFiles();
    this.state.outside = [...new Set([...this.state.outside, ...this.outside])];
    fs.writeFileSync(stateFile, JSON.stringify(this.state));
  }
}
