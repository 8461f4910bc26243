import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage } from 'node:http';

/** One request as our own server knows it (scripts/server/guard.ts). */
export interface RequestArrival {
  /** By `performance.now()`. */
  readonly began: number;
  /** The person was told 系统繁忙: the answer goes out as 503. */
  busy: boolean;
  /** The form that came could not be read to its end: the answer goes out as 400. */
  unreadable?: boolean;
  readonly request: IncomingMessage;
  /** What was looked up once for all of this request, by the function that did. */
  readonly known?: Map<unknown, unknown>;
}

const shared = globalThis as typeof globalThis & {
  lianxinArrivals?: AsyncLocalStorage<RequestArrival>;
};

/** Answers one request with `work`; whatever that starts knows the request, also beyond its awaits. */
export function runArrival(arrival: RequestArrival, work: () => void): void {
  shared.lianxinArrivals ??= new AsyncLocalStorage();
  shared.lianxinArrivals.run(arrival, work);
}

/**
 * The request being answered; undefined in jobs, in commands of the shell and before the server
 * hands one over.
 */
export const currentArrival = (): RequestArrival | undefined => shared.lianxinArrivals?.getStore();

/** Lets our server answer 503 with Retry-After, whatever Next makes of the error. */
export function noteBusy(): void {
  const arrival = currentArrival();
  if (arrival) arrival.busy = true;
}

/** Lets our server answer 400, whatever Next makes of the error. */
export function noteUnreadable(): void {
  const arrival = currentArrival();
  if (arrival) arrival.unreadable = true;
}
