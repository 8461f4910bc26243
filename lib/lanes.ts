import { tuning } from './env';

interface Lane {
  running: number;
  readonly waiting: (() => void)[];
}

const lanes = new Map<string, Lane>();

/** So many at once and process work on one contended row; the rest wait in order, without a connection. */
const width = () => tuning().BOOKING_LANES;

/**
 * Runs work in the lane of `key`. A rush for one row would otherwise hold every connection of the pool
 * while it waits for the lock, and all other pages with it. Right or wrong is still the lock's business:
 * this only keeps the queue where it costs nothing, and first come is first served.
 */
export async function inLane<T>(key: string, work: () => Promise<T>): Promise<T> {
  const lane = lanes.get(key) ?? { running: 0, waiting: [] };
  lanes.set(key, lane);
  if (lane.running >= width()) await new Promise<void>((go) => lane.waiting.push(go));
  else lane.running++;
  try {
    return await work();
  } finally {
    const next = lane.waiting.shift();
    // Whoever is called inherits the place, so nobody can slip in between.
    if (next) next();
    else if (--lane.running === 0) lanes.delete(key);
  }
}
