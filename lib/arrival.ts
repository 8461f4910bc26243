import type { AsyncLocalStorage } from 'node:async_hooks';

/** One request as our own server knows it (scripts/server/guard.mjs). */
interface Arrival {
  /** By `performance.now()`. */
  readonly began: number;
  /** The person was told 系统繁忙: the answer goes out as 503. */
  busy: boolean;
}

const shared = globalThis as typeof globalThis & { lianxinArrivals?: AsyncLocalStorage<Arrival> };

/**
 * The request being answered; undefined in jobs, in commands of the shell and before the server
 * hands one over.
 */
export const currentArrival = (): Arrival | undefined => shared.lianxinArrivals?.getStore();

/** Lets our server answer 503 with Retry-After, whatever Next makes of the error. */
export function noteBusy(): void {
  const arrival = currentArrival();
  if (arrival) arrival.busy = true;
}
