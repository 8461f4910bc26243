import { Busy } from '../busy';
import { tuning } from '../env';
import { patience } from '../patience';

interface Waiting {
  readonly who: string;
  /** Hands over the place in the lane. */
  readonly enter: () => void;
  /** The wait is over without one: whatever it is for cannot be had any more. */
  readonly dismiss: () => void;
}

interface Lane {
  running: number;
  readonly waiting: Set<Waiting>;
  /** The look under way; nobody is let in meanwhile who may be told by it. */
  looking: Promise<void> | null;
}

/** When all who wait may be answered at once, because there is nothing left to wait for. */
interface Futility<T> {
  /** Who waits, as `look` knows them. */
  readonly who: string;
  /** Whether an answer somebody got hints that the others wait in vain. */
  readonly suggests: (answer: T) => boolean;
  /** Of those who wait, for whom it is so. */
  readonly look: (waiting: readonly string[]) => Promise<readonly string[]>;
  /** What they are told. */
  readonly answer: () => T;
}

// One set of lanes for a process, however many bundles of it hold this file.
const shared = globalThis as typeof globalThis & { lianxinLanes?: Map<string, Lane> };
const lanes = (): Map<string, Lane> => {
  shared.lianxinLanes ??= new Map();
  return shared.lianxinLanes;
};

/** So many at once and process work on one contended row; the rest wait in order, without a connection. */
const width = () => tuning().BOOKING_LANES;

/** Until a place in the lane is handed over, the wait proves futile, or the request's patience ends. */
function turn({ waiting }: Lane, who: string): Promise<'entered' | 'dismissed'> {
  return new Promise((go, refuse) => {
    // Once more round the loop: in a busy process the place may just have become free.
    const late = () => waiting.delete(me) && refuse(new Busy('the lane is full'));
    const timer = setTimeout(() => setImmediate(late), patience());
    const end = (how: 'entered' | 'dismissed') => () => {
      clearTimeout(timer);
      go(how);
    };
    const me = { who, enter: end('entered'), dismiss: end('dismissed') };
    waiting.add(me);
  });
}

/** Tells those who wait in vain. A look that fails tells nobody anything: they go on waiting. */
async function dismissFutile<T>({ waiting }: Lane, { look }: Futility<T>): Promise<void> {
  const asked = [...waiting];
  const futile = new Set(await look(asked.map(({ who }) => who)).catch(() => []));
  for (const one of asked) if (futile.has(one.who) && waiting.delete(one)) one.dismiss();
}

/** One look for everybody in the lane, however many come out of it at the same instant. */
async function lookOnce<T>(lane: Lane, futility: Futility<T>): Promise<void> {
  if (lane.waiting.size === 0) return;
  lane.looking ??= dismissFutile(lane, futility).finally(() => {
    lane.looking = null;
  });
  await lane.looking;
}

/**
 * Runs work in the lane of `key`. A rush for one row would otherwise hold every connection of the pool
 * while it waits for the lock, and all other pages with it. Right or wrong is still the lock's business:
 * this only keeps the queue where it costs nothing, and first come is first served.
 * @param futility once an answer suggests it, one look tells all who wait in vain, instead of work for each
 * @throws Busy when no place became free while the request may still wait
 */
export async function limitConcurrency<T>(
  key: string,
  work: () => Promise<T>,
  futility?: Futility<T>,
): Promise<T> {
  const lane = lanes().get(key) ?? { running: 0, waiting: new Set(), looking: null };
  lanes().set(key, lane);
  if (lane.running < width()) lane.running++;
  else if ((await turn(lane, futility?.who ?? '')) === 'dismissed' && futility)
    return futility.answer();
  try {
    const answer = await work();
    if (futility?.suggests(answer)) await lookOnce(lane, futility);
    return answer;
  } finally {
    const [next] = lane.waiting;
    // Whoever is called inherits the place, so nobody can slip in between.
    if (next) {
      lane.waiting.delete(next);
      next.enter();
    } else if (--lane.running === 0) lanes().delete(key);
  }
}
