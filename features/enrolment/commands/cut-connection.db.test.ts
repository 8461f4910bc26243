import net from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorOf, aMember } from '@/db/factories/accounts';
import { arrange, as, keyed } from '@/db/factories/arrange';
import { anOffering, aSession } from '@/db/factories/offerings';
import { anOrganisation } from '@/db/factories/organisations';
import { backendsAtOnce } from '@/db/testing/backends';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { stateOfError } from '@/lib/forms/failures';
import { newId } from '@/lib/ids';
import { bookPlaceInput } from '../schema/booking';
import { bookPlace } from './book-place';

const POOL = 4;

/** Between the application and its database; counts what is sent and ends the backends at one point. */
let sent = 0;
let cutAt = Number.POSITIVE_INFINITY;
let between: net.Server;
const thrown: unknown[] = [];
const note = (error: unknown): number => thrown.push(error);

const endBackends = () =>
  sqlAsOwner()`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'lianxin' and datname = current_database()`;

function passOn(client: net.Socket, to: URL): void {
  const server = net.connect(Number(to.port), to.hostname);
  client.on('data', async (data) => {
    sent += 1;
    if (sent === cutAt) {
      // The statement is held back until nobody is there to run it.
      client.pause();
      await endBackends();
      client.resume();
    }
    if (!server.destroyed) server.write(data);
  });
  server.pipe(client);
  for (const [one, other] of [
    [client, server],
    [server, client],
  ] as const) {
    one.on('error', () => other.destroy());
    one.on('close', () => other.destroy());
  }
}

beforeAll(async () => {
  await resetDb();
  const real = new URL(process.env.DATABASE_URL ?? '');
  between = net.createServer((client) => passOn(client, real));
  await new Promise<void>((up) => between.listen(0, '127.0.0.1', up));
  const address = between.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  // The owner's window is open already and goes straight; the application's pool is opened from here on.
  process.env.DATABASE_URL = Object.assign(new URL(real.href), { port: String(port) }).href;
  process.env.DATABASE_POOL = String(POOL);
  process.on('uncaughtException', note);
});

afterAll(() => {
  process.off('uncaughtException', note);
  between.close();
});

async function aCourse() {
  return arrange(async (tx) => {
    const union = await anOrganisation(tx);
    const member = await aMember(tx, { organisationId: union.id });
    const offering = await anOffering(tx, { organisationId: union.id });
    const session = await aSession(tx, { offeringId: offering.id, capacity: 3 });
    return { member, offering, session };
  });
}

/** Books with the connection cut at the n-th thing sent; what the person reads, and what is left after a retry. */
async function bookCutAt(n: number) {
  const { member, offering, session } = await aCourse();
  const ctx = keyed(as(actorOf(member)), newId(), { fields: ['bookingId'] });
  const input = bookPlaceInput.parse({
    offeringId: offering.id,
    sessionId: session.id,
    who: 'self',
  });
  const book = () =>
    bookPlace(ctx, input).then(
      (result) => (result.ok ? 'ok' : result.reason),
      (error) => stateOfError(ctx, error).code,
    );
  sent = 0;
  cutAt = n;
  const first = await book();
  const reached = sent >= n;
  cutAt = Number.POSITIVE_INFINITY;
  const again = await book();
  const [left] = await sqlAsOwner()`
    select c.taken, (select count(*)::int from bookings b where b.session_id = c.session_id) as bookings,
      (select count(*)::int from notices where account_id = ${member.accountId}) as notified
    from session_capacity c where c.session_id = ${session.id}`;
  return { first, again, left, reached };
}

// A call that never settles is this test running out of time.
describe('a booking whose connection ends at every statement in turn (F05)', () => {
  it('is answered with words, and the same key then books exactly once', async () => {
    const firsts = new Set<string | undefined>();
    let n = 1;
    for (; n < 60; n++) {
      const { first, again, left, reached } = await bookCutAt(n);
      const place = `cut at ${n}`;
      expect(['ok', 'busy'], place).toContain(first);
      expect(again, place).toBe('ok');
      expect(left, place).toEqual({ taken: 1, bookings: 1, notified: 1 });
      firsts.add(first);
      if (!reached) break;
    }
    // It was really cut, several times, and once at last not any more.
    expect(n).toBeGreaterThan(4);
    expect(n).toBeLessThan(60);
    expect(firsts).toContain('busy');
    expect(thrown).toEqual([]);
    expect(await sqlAsOwner()`select * from broken_audit_entries()`).toEqual([]);
  }, 240_000);

  it('leaves the pool at its full size', async () => {
    const { appSql } = await import('@/db/client');
    expect((await backendsAtOnce(appSql(), POOL)).size).toBe(POOL);
  });
});
