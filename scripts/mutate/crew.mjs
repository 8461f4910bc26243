// Several warm workers; one that does not answer has met an endless loop, which is noticing too.
import { fork } from 'node:child_process';
import { setTimeout as after } from 'node:timers/promises';

const LONGEST = { unit: 40_000, integration: 180_000 };

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

/** Asks one level; `undefined` when nobody answered in time. */
async function ask(worker, message, longest = LONGEST[message.level]) {
  const stop = new AbortController();
  const late = after(longest, undefined, { signal: stop.signal }).catch(() => null);
  const said = answer(worker.child);
  worker.child.send(message);
  const got = await Promise.race([said, late]);
  stop.abort();
  return got;
}

/**
 * Plants every fault in turn and asks its tests, level by level, until one notices.
 * @param plan the levels of a fault and their tests
 */
export async function crew(size, faults, plan) {
  const left = [...faults.entries()];
  const results = [];
  const sound = new Map();
  /** Tests that fail without a fault notice nothing: that level is left out, and said so. */
  const isSound = async (worker, { tests, level }) => {
    const key = `${level} ${tests}`;
    if (!sound.has(key)) {
      const got = await ask(worker, { fault: null, tests, level }, 300_000);
      sound.set(key, got !== undefined && got !== null && !got.error && got.noticed === null);
      if (!sound.get(key))
        console.error(`\nleft out, red without a fault: ${got?.noticed ?? got?.error ?? key}`);
    }
    return sound.get(key);
  };
  const work = async () => {
    let worker = hire();
    await worker.ready;
    for (let next = left.shift(); next; next = left.shift()) {
      const [index, fault] = next;
      const result = { ...fault, index, noticed: null, level: null, asked: 0 };
      for (const { level, tests } of plan(fault)) {
        if (tests.length === 0 || !(await isSound(worker, { tests, level }))) continue;
        result.asked += 1;
        const got = await ask(worker, { fault, tests, level });
        if (!got || got.error) {
          dismiss(worker);
          worker = hire();
          await worker.ready;
        }
        const noticed = got ? (got.error ?? got.noticed) : 'no answer in time';
        if (noticed) {
          Object.assign(result, { noticed, level });
          break;
        }
      }
      results.push(result);
      process.stdout.write(result.noticed ? '.' : '!');
    }
    worker.child.disconnect();
  };
  await Promise.all(Array.from({ length: size }, work));
  process.stdout.write('\n');
  return results.sort((a, b) => a.index - b.index);
}
