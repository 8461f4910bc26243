import { atPausePoint } from '@/lib/pause-point';
import { sqlAsOwner } from './index';

// Each try is a question to the database, so that they last for minutes even on a fast machine.
const TRIES = 50_000;

/** Whether a transaction in this test's database waits for a lock that another one holds. */
async function somebodyWaits(): Promise<boolean> {
  const waiting = await sqlAsOwner()`select 1 from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  return waiting.length > 0;
}

/**
 * The barrier of a race: resolves once a transaction waits for a lock. Called where its holder stands
 * still, so the other cannot have gone past.
 * @param isOver whether the others are through, and nobody will come to wait any more
 * @throws Error when neither happens
 */
export async function untilSomebodyWaits(isOver: () => boolean = () => false): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) if (isOver() || (await somebodyWaits())) return;
  throw new Error('nobody came to wait for the lock');
}

/**
 * Two at the same moment, in a known order: when `first` stands at the spot inside its lock, `second`
 * begins, and `first` goes on once `second` waits for that lock or is through without it.
 * @param spot name of a `pausePoint` that `first` comes by
 * @returns what both said
 * @throws Error when `first` never comes by; whatever either throws
 */
export async function raceAt<A, B>(
  spot: string,
  first: () => Promise<A>,
  second: () => Promise<B>,
): Promise<[A, B]> {
  let other: Promise<B> | undefined;
  let isOver = false;
  const end = () => {
    isOver = true;
  };
  atPausePoint(spot, async () => {
    if (other) return;
    other = second();
    other.then(end, end);
    await untilSomebodyWaits(() => isOver);
  });
  try {
    const one = await first();
    if (!other) throw new Error(`nobody came by ${spot}`);
    return [one, await other];
  } finally {
    atPausePoint(spot, null);
  }
}
