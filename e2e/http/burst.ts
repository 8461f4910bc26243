import { randomUUID } from 'node:crypto';
import { postAction, publishedAs } from '../matrix/post-action';
import { type Answer, ask, origin } from './ask';
import type { Call } from './booking-history';

export interface Visitor {
  readonly accountId: string;
  /** Cookie of their session. */
  readonly cookie: string;
  /** An address of their own: the limit per address is another matter. */
  readonly address: string;
}

export interface Target {
  /** Without one, the server that `house.ts` knows. */
  readonly port?: number;
  readonly offeringId: string;
  readonly sessionId: string;
}

const CLIENTS = 24;
const TRIES = 200;
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** 503, 500, a broken connection and no answer at all leave it open whether anything was stored. */
function heard(answer: Answer | null): Pick<Call, 'said' | 'bookingId'> {
  if (!answer || answer.status >= 500) return { said: 'unknown' };
  if (answer.status !== 200) return { said: 'refused' };
  const { data } = JSON.parse(answer.body) as { data: { bookingId: string } };
  return { said: 'ok', bookingId: data.bookingId };
}

async function book(visitor: Visitor, at: Target, key: string): Promise<Call> {
  const answer = await ask('/api/bookings', {
    port: at.port,
    method: 'POST',
    cookie: visitor.cookie,
    headers: {
      origin: at.port ? `http://127.0.0.1:${at.port}` : origin(),
      'content-type': 'application/json',
      'x-forwarded-for': visitor.address,
      'idempotency-key': key,
    },
    body: JSON.stringify({ offeringId: at.offeringId, sessionId: at.sessionId, who: 'self' }),
  }).catch(() => null);
  return { person: visitor.accountId, do: 'book', key, ...heard(answer) };
}

/** The form of 取消预约, as the browser's own script sends it. */
export async function cancel(visitor: Visitor, bookingId: string): Promise<Call> {
  const { cookie, address, accountId } = visitor;
  const { id } = publishedAs('enrolment/cancelBookingAction');
  const path = `/me/bookings/${bookingId}/cancel`;
  const said = await postAction(id, { bookingId }, { path, cookie, address }).then(
    ({ code }): Call['said'] => (code === 'ok' ? 'ok' : 'unknown'),
    (): Call['said'] => 'unknown',
  );
  return { person: accountId, do: 'cancel', key: '', said, bookingId };
}

/**
 * One person in the opening minute: books; of those who hear nothing most press again, with the form's
 * own key, and some put the phone away; some of those who got something give it back.
 */
async function visit(visitor: Visitor, n: number, at: Target, calls: Call[]): Promise<void> {
  const key = randomUUID();
  let last = await book(visitor, at, key);
  calls.push(last);
  for (let tries = 0; last.said === 'unknown' && n % 4 !== 0 && tries < TRIES; tries++) {
    await pause(100);
    last = await book(visitor, at, key);
    calls.push(last);
  }
  if (last.said !== 'ok') return;
  // The same form sent twice by a trembling finger.
  if (n % 5 === 0) calls.push(await book(visitor, at, key));
  if (n % 3 === 0 && !at.port) calls.push(await cancel(visitor, last.bookingId ?? ''));
}

/**
 * Everybody for the same places, a few dozen at a time.
 * @param onward told after every person how many are done
 * @returns every call with what its client was told
 */
export async function burst(
  visitors: readonly Visitor[],
  at: Target,
  onward: (done: number) => Promise<void> = async () => undefined,
): Promise<Call[]> {
  const calls: Call[] = [];
  let next = 0;
  let done = 0;
  const client = async () => {
    while (next < visitors.length) {
      const n = next++;
      const visitor = visitors[n];
      if (visitor) await visit(visitor, n, at, calls);
      await onward(++done);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return calls;
}
