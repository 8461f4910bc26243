import type { Limit } from './rate-limit';

interface Window {
  startedAt: number;
  count: number;
}

// Beyond this a flood of made-up subjects would cost memory; the oldest are forgotten first.
const most = 50_000;
const windows = new Map<string, Window>();

function forget(now: number, seconds: number): void {
  for (const [key, { startedAt }] of windows) {
    if (windows.size < most && startedAt > now - seconds * 1000) return;
    windows.delete(key);
  }
}

/**
 * Counts one request of a burst in this process's memory: no statement, no disk, so it may stand before
 * the rush for places (trust.md B01). Each process counts for itself, which lets a flood through at
 * most as many times as there are processes; what must be exact is counted by `countAttempt`.
 * @returns seconds to wait, 0 when within the limit; a refused request does not lengthen the wait
 */
export function countBurst(limit: Limit, subject: string, now: Date): number {
  const at = now.getTime();
  const key = `${limit.scope} ${subject}`;
  const found = windows.get(key);
  if (!found || found.startedAt <= at - limit.seconds * 1000) {
    windows.delete(key);
    forget(at, limit.seconds);
    windows.set(key, { startedAt: at, count: 1 });
    return 0;
  }
  found.count++;
  if (found.count <= limit.most) return 0;
  return Math.max(1, Math.ceil((found.startedAt - at) / 1000 + limit.seconds));
}
