// Several warm workers; one that does not answer has met an endless loop, which is noticing too.
import { fork } from 'node:child_process';
import { setTimeout as after } from 'node:timers/promises';

/** For one fault, and for all of a file. */
const LONGEST = { unit: [120_000, 900_000], integration: [300_000, 900_000] };

function hire() {
  const child = fork(new URL('./worker.mjs', import.meta.url), {
    execArgv: [],
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return { child, ready: answer(child) };
}

const answer = (child) =>
  new Promise((resolve) => {
    const said = (message) => {
      child.off('message', said);
      child.off('exit', gone);
      resolve(message);
    };
    const gone = () => said({ error: 'the worker ended' });
    child.on('message', said);
    child.on('exit', gone);
  });

function dismiss({ child }) {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}

/** One worker that is replaced when it gives no answer in time or ends. */
function post() {
  let worker = null;
  return {
    async ask(task, longest = LONGEST[task.level][task.faults ? 1 : 0]) {
      worker ??= hire();
      await worker.ready;
      const stop = new AbortController();
      const late = after(longest, { error: 'no answer in time' }, { signal: stop.signal });
      const said = answer(worker.child);
      worker.child.send(task);
      const got = await Promise.race([said, late.catch(() => null)]);
      stop.abort();
      if (got.error) {
        dismiss(worker);
        worker = null;
      }
      return got;
    },
    leave: () => worker?.child.disconnect(),
  };
}

/**
 * Asks the tests of one level about the faults of one file: all at once, then one by one those that work
 * while files are read, in hooks and between tests.
 */
async function askLevel({ ask }, { file, level, tests, quick, results }) {
  const faults = results.map(({ index: _, noticed: _no, level: _le, ...fault }) => fault);
  const many = await ask({ file, level, tests, quick, faults });
  // A fault may leave a lock on the database behind; what is red without one says nothing.
  const red = many.red && (await ask({ file, level, tests })).noticed;
  if (red) console.error(`\n${file}: red without a fault: ${red}`);
  const notice = (result, noticed) => Object.assign(result, { noticed, level });
  for (const [n, result] of results.entries()) {
    result.asked = true;
    if (many.noticed?.[n]) notice(result, many.noticed[n]);
  }
  if (red || quick) return;
  const alone = new Set(many.outside);
  for (const [n, result] of results.entries()) {
    if (result.noticed || !(many.error || many.red || alone.has(n))) continue;
    const got = await ask({ file, level, tests, fault: faults[n] });
    if (got.noticed ?? got.error) notice(result, got.noticed ?? got.error);
  }
}

/**
 * Plants the faults file by file and asks their tests, level by level, until one notices.
 * @param how.plan the levels of a file and their tests
 * @param how.quick nobody is asked alone: what is noticed then is the least that is
 * @param done told of each file's results
 */
export async function crew(size, faults, { plan, quick }, done) {
  const results = faults.map((fault, index) => ({ ...fault, index, noticed: null, level: null }));
  const left = [...new Set(faults.map(({ file }) => file))];
  const work = async () => {
    const worker = post();
    for (let file = left.shift(); file; file = left.shift()) {
      const own = results.filter((result) => result.file === file);
      for (const { level, tests } of plan(file)) {
        const open = own.filter((result) => !result.noticed);
        if (tests.length > 0 && open.length > 0)
          await askLevel(worker, { file, level, tests, quick, results: open });
      }
      process.stdout.write(own.map(({ noticed }) => (noticed ? '.' : '!')).join(''));
      done(results);
    }
    worker.leave();
  };
  await Promise.all(Array.from({ length: size }, work));
  process.stdout.write('\n');
  return results;
}
