import { createHash } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MadeAccount } from '@/db/factories/accounts';
import { sql } from '../demo';
import { ask } from './ask';
import { type Afterwards, faultsOf, type Kept } from './booking-history';
import { burst, cancel, type Target, type Visitor } from './burst';
import { openOwnServer } from './own-server';

const PEOPLE = 400;
const PLACES = 40;
const KILLS = 3;

let house: Awaited<ReturnType<typeof openOwnServer>>;
let people: MadeAccount[] = [];
let visitors: Visitor[] = [];
let union: { id: string };

const inBatches = async <T>(make: (n: number) => Promise<T[]>): Promise<T[]> => {
  const all: T[] = [];
  for (let from = 0; from < PEOPLE; from += 50) all.push(...(await make(from)));
  return all;
};

beforeAll(async () => {
  const portBefore = process.env.E2E_PORT;
  house = await openOwnServer();
  expect(process.env.E2E_PORT).not.toBe(portBefore);
  // Only now is it known where the database is; the modules read it when they open.
  Object.assign(process.env, { DATABASE_POOL: '16', BOOKING_LANES: '16' });
  process.env.DATABASE_STATEMENT_MS = '20000';
  const { arrange } = await import('@/db/factories/arrange');
  const { aMember } = await import('@/db/factories/accounts');
  const { anOrganisation } = await import('@/db/factories/organisations');
  union = await arrange((tx) => anOrganisation(tx));
  people = await inBatches(() =>
    arrange(async (tx) => {
      const made: MadeAccount[] = [];
      for (let i = 0; i < 50; i++) made.push(await aMember(tx, { organisationId: union.id }));
      return made;
    }),
  );
  await sql()`
    insert into sessions (id, token_hash, account_id, assurance, mode, device, expires_at)
    select gen_random_uuid(), h, a, 'sms', 'member', '测试浏览器', now() + interval '8 hours'
    from unnest(${people.map((_, n) => tokenHash(n))}::text[], ${people.map((p) => p.accountId)}::uuid[]) as t(h, a)`;
  visitors = people.map(({ accountId }, n) => ({
    accountId,
    cookie: `lx=crash-${n}`,
    address: `10.66.${n >> 8}.${n & 255}`,
  }));
}, 300_000);

afterAll(async () => {
  const { closeDatabase } = await import('@/db/client');
  await closeDatabase();
  await sql().end({ timeout: 1 });
  await house?.close();
}, 120_000);

const tokenHash = (n: number) => createHash('sha256').update(`crash-${n}`).digest('hex');

async function aCourse(): Promise<Target> {
  const { arrange } = await import('@/db/factories/arrange');
  const { anOffering, aSession } = await import('@/db/factories/offerings');
  return arrange(async (tx) => {
    const offering = await anOffering(tx, { organisationId: union.id });
    const session = await aSession(tx, { offeringId: offering.id, capacity: PLACES });
    return { offeringId: offering.id, sessionId: session.id };
  });
}

/** What the database holds when everything is quiet again. */
async function readState({ sessionId }: Target): Promise<Afterwards> {
  const [places] = await sql()<{ capacity: number; taken: number; waiting: number }[]>`
    select capacity, taken, waiting from session_capacity where session_id = ${sessionId}`;
  const bookings = await sql()<Kept[]>`
    select b.id, b.account_id as person, b.status,
      (select count(*)::int from booking_events e where e.booking_id = b.id) as events,
      (select count(*)::int from notices n where n.dedupe_key like 'booking:' || b.id || ':%') as notices,
      coalesce(b.queue_no, (select max((a.before->>'queueNo')::int) from audit_entries a
        where a.entity_id = b.id::text and a.action = 'promote_booking')) as "queueNo"
    from bookings b where b.session_id = ${sessionId}`;
  const { capacity = 0, taken = 0, waiting = 0 } = places ?? {};
  return { capacity, counters: { taken, waiting }, bookings };
}

const queuedTexts = () => sql()`select 1 from outbox where status <> 'cancelled'`;
/** Texts that were queued, not taken back, and have not left. */
const textsToLeave = () => sql()`select 1 from outbox where status not in ('cancelled', 'sent')`;

describe('an install of another federation', () => {
  const pages = ['/', '/services', '/affairs', '/help', '/help/rights', '/guide/join', '/login'];
  const texts = ['/login/help', '/terms', '/privacy', '/accessibility', '/nowhere', '/staff/login'];

  test('says its own name and number on every public page, and nobody else’s', async () => {
    await sql()`update organisations set name = '甲乙县总工会', kind = 'district_federation'
      where id = ${union.id}`;
    await sql()`insert into settings (key, value) values ('portal.hotline', '"0771-1234567"')`;
    // What a process knows of its own federation is five seconds old at most.
    await expect
      .poll(async () => (await ask('/')).body, { timeout: 20_000 })
      .toContain('甲乙县工会');
    // Not the digits of an id; and each process learns it by itself.
    for (const page of [...pages, ...texts])
      await expect
        .poll(async () => (await ask(page)).body, { timeout: 20_000, message: page })
        .not.toMatch(/港南|(?<![\da-f-])12351(?![\da-f-])/);
    // React parts a sentence around what is put into it.
    const read = async (page: string) => (await ask(page)).body.replaceAll('<!-- -->', '');
    expect(await read('/guide/join')).toContain('在甲乙县工作');
    expect(await read('/guide/join')).not.toContain('到现场办');
    expect(await read('/privacy')).toContain('甲乙县总工会及您所在的');
  }, 60_000);
});

describe('the opening minute while the database is killed', () => {
  test(`${KILLS} kills in a burst: nothing lost, nothing twice, exactly ${PLACES}`, async () => {
    const course = await aCourse();
    const at = Array.from({ length: KILLS }, (_, k) =>
      Math.round((PEOPLE * (k + 1)) / (KILLS + 1)),
    );
    let killing = Promise.resolve();
    const calls = await burst(visitors, course, async (done) => {
      if (at.includes(done)) killing = killing.then(() => house.kill());
    });
    await killing;
    const unknown = calls.filter((c) => c.said === 'unknown').length;
    expect(unknown, 'the kills were felt').toBeGreaterThan(0);
    expect(calls.filter((c) => c.said === 'ok').length).toBeGreaterThan(PEOPLE / 2);
    const after = await readState(course);
    expect(faultsOf(calls, after)).toEqual([]);
    expect(after.counters.taken).toBe(PLACES);
    expect(await sql()`select * from broken_audit_entries()`).toEqual([]);
    // Whether anybody moved up in the burst is chance; now one does, and is told.
    const holder = after.bookings.find(({ status }) => status === 'booked');
    const leaver = visitors.find(({ accountId }) => accountId === holder?.person);
    if (!holder || !leaver) throw new Error('nobody holds a place');
    expect(await cancel(leaver, holder.id)).toMatchObject({ said: 'ok' });
    await expect.poll(textsToLeave, { timeout: 120_000, interval: 500 }).toHaveLength(0);
    expect((await queuedTexts()).length).toBeGreaterThan(0);
    expect(await house.ended()).toBe('alive');
    expect((await ask('/api/ready')).status).toBe(200);
  }, 240_000);

  test('with the lock off the same burst is called overbooked, so the checker can fail', async () => {
    const course = await aCourse();
    const server = http.createServer(withoutLock(course));
    await new Promise<void>((up) => server.listen(0, '127.0.0.1', up));
    const { port } = server.address() as AddressInfo;
    process.env.TEST_WITHOUT_LOCK = '1';
    try {
      const calls = await burst(visitors, { ...course, port });
      expect(faultsOf(calls, await readState(course)).join('; ')).toMatch(/OVERBOOKED \d+>40/);
    } finally {
      delete process.env.TEST_WITHOUT_LOCK;
      server.closeAllConnections();
      server.close();
    }
  }, 240_000);
});

/** The same command behind a bare server of this process: the portal's own build has no such switch. */
function withoutLock({ offeringId, sessionId }: Target): http.RequestListener {
  return async (request, response) => {
    const n = Number(/crash-(\d+)/.exec(request.headers.cookie ?? '')?.[1]);
    const person = people[n];
    request.resume();
    const { bookPlace } = await import('@/features/enrolment/commands/book-place');
    const { bookPlaceInput } = await import('@/features/enrolment/schema/booking');
    const { as } = await import('@/db/factories/arrange');
    const { actorOf } = await import('@/db/factories/accounts');
    if (!person) return response.writeHead(404).end();
    const input = bookPlaceInput.parse({ offeringId, sessionId, who: 'self' });
    const said = await bookPlace(as(actorOf(person)), input).catch(() => null);
    response.writeHead(said === null ? 503 : said.ok ? 200 : 409);
    response.end(JSON.stringify(said?.ok ? { data: said.value } : {}));
  };
}
