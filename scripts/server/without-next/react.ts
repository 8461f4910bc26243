// What `react` offers to handlers that our own server runs (doors.ts): one look-up for each request.
import { currentArrival } from '@/lib/arrival';

/** As React's: in one request `work` without arguments runs once, and everybody gets its answer. */
export function cache<T>(work: () => T): () => T {
  return () => {
    const known = currentArrival()?.known;
    if (!known) return work();
    if (!known.has(work)) known.set(work, work());
    return known.get(work) as T;
  };
}
