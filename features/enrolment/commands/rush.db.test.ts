import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, type MadeAccount } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anOffering, aSession, countedPlaces } from '@/db/factories/offerings';
import { anOrganisation } from '@/db/factories/organisations';
import { sqlAsOwner } from '@/db/testing/index';
import { busyCode } from '@/lib/busy';
import { bookPlaceInput } from '../schema/booking';
import { bookPlace } from './book-place';

// Before the pool opens: a rush needs more than the ten connections of a quiet day.
Object.assign(process.env, { DATABASE_POOL: '16', BOOKING_LANES: '16' });

const PEOPLE = 1000;
const PLACES = 40;
let union: { id: string };
let people: MadeAccount[] = [];

beforeAll(async () => {
  union = await arrange((tx) => anOrganisation(tx));
  for (let made = 0; made < PEOPLE; made += 100) {
    const batch = await arrange(async (tx) => {
      const members: MadeAccount[] = [];
      for (let i = 0; i < 100; i++) members.push(await aMember(tx, { organisationId: union.id }));
      return members;
    });
    people = [...people, ...batch];
  }
}, 120_000);

/** As people do who read 系统繁忙 on a slow machine: once more, until there is an answer. */
async function untilAnswered<T>(book: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await book();
    } catch (error) {
      if (busyCode(error) === null) throw error;
    }
  }
}

async function aRush(waitlistMax: number | undefined, count = PEOPLE) {
  const { offering, session } = await arrange(async (tx) => {
    const made = await anOffering(tx, { organisationId: union.id, rules: { waitlistMax } });
    return {
      offering: made,
      session: await aSession(tx, { offeringId: made.id, capacity: PLACES }),
    };
  });
  const input = bookPlaceInput.parse({
    offeringId: offering.id,
    sessionId: session.id,
    who: 'self',
  });
  const results = await Promise.allSettled(
    people
      .slice(0, count)
      .map((person) => untilAnswered(() => bookPlace(as(actorOf(person)), input))),
  );
  const counted = await arrange((tx) => countedPlaces(tx, session.id));
  const [stored] = await sqlAsOwner()`
    select taken, waiting from session_capacity where session_id = ${session.id}`;
  return { session, results, counted, stored };
}

const said = (results: PromiseSettledResult<Awaited<ReturnType<typeof bookPlace>>>[]) => {
  const words: Record<string, number> = {};
  for (const r of results) {
    const word =
      r.status === 'rejected' ? 'error' : r.value.ok ? r.value.value.status : r.value.reason;
    words[word] = (words[word] ?? 0) + 1;
  }
  return words;
};

describe('1,000 people at once for 40 places (C01)', () => {
  beforeEach(async () => {
    await sqlAsOwner()`truncate session_capacity, booking_events, bookings, notices cascade`;
  });

  it('gives exactly 40 and a numbered place in the queue to the other 960', async () => {
    const { session, results, counted, stored } = await aRush(undefined);
    expect(said(results)).toEqual({ booked: 40, waitlisted: 960 });
    expect(counted).toEqual({ taken: 40, waiting: 960 });
    expect(stored).toMatchObject(counted);
    const [queue] = await sqlAsOwner()`
      select min(queue_no) as low, max(queue_no) as high, count(distinct queue_no)::int as numbers
      from bookings where session_id = ${session.id} and status = 'waitlisted'`;
    expect(queue).toEqual({ low: 1, high: 960, numbers: 960 });
    const [ledger] = await sqlAsOwner()`
      select count(*)::int as n from audit_entries where action = 'book_place'`;
    expect(ledger?.n).toBe(1000);
    expect(await sqlAsOwner()`select * from broken_audit_entries()`).toEqual([]);
  }, 120_000);

  it('says full to 960 when there is no queue', async () => {
    const { results, counted, stored } = await aRush(0);
    expect(said(results)).toEqual({ booked: 40, full: 960 });
    expect(counted).toEqual({ taken: 40, waiting: 0 });
    expect(stored).toMatchObject(counted);
  }, 120_000);

  it('overbooks with the lock off, so the test above proves something (C02)', async () => {
    process.env.TEST_WITHOUT_LOCK = '1';
    try {
      const { counted } = await aRush(0, 300);
      expect(counted.taken).toBeGreaterThan(PLACES);
    } finally {
      delete process.env.TEST_WITHOUT_LOCK;
    }
  }, 120_000);
});
