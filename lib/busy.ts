import { pgFailure } from './errors';

/**
 * Lock or statement timeout, too many connections, server going down, away or read-only: the same
 * thing may well succeed in a minute.
 */
const states = new Set([
  '25006',
  '40001',
  '40P01',
  '55P03',
  '57014',
  '57P01',
  '57P03',
  '53300',
  '08006',
  '08001',
]);
const lost = new Set([
  'ANSWER_TIMEOUT',
  'QUEUE_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
]);

/** Waited too long, or the database is away. */
export class Busy extends Error {
  override readonly name = 'Busy';
  // Next hands it to the error page, which then knows what to say.
  readonly digest = 'BUSY';
}

/** The SQLSTATE or the driver's word for a wait that was given up, however deeply wrapped; else null. */
export function busyCode(error: unknown): string | null {
  const state = pgFailure(error)?.code;
  if (state) return states.has(state) ? state : null;
  for (let e = error; e instanceof Error; e = e.cause) {
    if (e instanceof Busy && !e.cause) return 'waited';
    if ('code' in e && typeof e.code === 'string' && lost.has(e.code)) return e.code;
  }
  return null;
}

/** The error as it is, or as `Busy` where trying again later is all there is to do. */
export const orBusy = (error: unknown): unknown =>
  error instanceof Busy || busyCode(error) === null
    ? error
    : new Busy('waited too long', { cause: error });
