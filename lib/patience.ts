import 'server-only';
import { currentArrival } from './arrival';
import { tuning } from './env';

// Whoever worked long before it asked for a connection still gets a fair chance of one.
const LEAST_MS = 1000;

let longest: number | undefined;

/** The longest that one statement may take; seeding and commands raise it. Milliseconds. */
export function statementMs(): number {
  longest ??= tuning().DATABASE_STATEMENT_MS;
  return longest;
}

/**
 * How long this request may still wait, for a lane, a connection or a lock, before its person is told
 * 系统繁忙. Half a second less than the three that a person waits, in all and not for each of them.
 * @returns milliseconds
 */
export function patience(): number {
  const arrival = currentArrival();
  const most = statementMs();
  return arrival ? Math.max(LEAST_MS, most - (performance.now() - arrival.began)) : most;
}
