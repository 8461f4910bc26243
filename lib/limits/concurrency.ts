import { Busy } from '../busy';
import { tuning } from '../env';
import { patience } from '../patience';

interface Lane {
  running: number;
  readonly waiting: Set<() => void>;
}

const lanes = new Map<string, Lane>();

/** So many at once and process work on one contended row; the rest wait in order, without a connection. */
const width = () => tuning().BOOKING_LANES;

/** Until a place in the lane is handed over, or the request's patience ends. */
function turn({ waiting }: Lane): Promise<void> {
  return new Promise((go, refuse) => {
    // Once more round the loop: in a busy process the place may just have become free.
    const late = () => waiting.delete(enter) && refuse(new Busy('the lane is full'));
    const timer = setTimeout(() => setImmediate(late), patience());
    const enter = () => {
      clearTimeout(timer);
      go();
    };
    waiting.add(enter);
  });
}

/**
 * Runs work in the lane of `key`. A rush for one row would otherwise hold every connection of the pool
 * while it waits for the lock, and all other pages with it. Right or wrong is still the lock's business:
 * this only keeps the queue where it costs nothing, and first come is first served.
 * @throws Busy when no place became free while the request may still wait
 */
export async function limitConcurrency<T>(key: string, work: () => Promise<T>): Promise<T> {
  const lane = lanes.get(key) ?? { running: 0, waiting: new Set() };
  lanes.set(key, lane);
  if (lane.running >= width()) await turn(lane);
  else lane.running++;
  try {
    return await work();
  } finally {
    const [next] = lane.waiting;
    // Whoever is called inherits the place, so nobody can slip in between.
    if (next) {
      lane.waiting.delete(next);
      next();
    } else if (--lane.running === 0) lanes.delete(key);
  }
}
