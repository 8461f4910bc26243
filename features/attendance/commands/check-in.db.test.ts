import { beforeEach, describe, expect, it } from 'vitest';
import { counting } from '@/db/counting.test-helpers';
import { aMember, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aBooking } from '@/db/factories/bookings';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { bookingLink } from '@/features/bookings/queries/booking-check';
import { signLink } from '@/lib/crypto/signed-link';
import { addDays, parseLocalDateTime, todayOn, weekdayOf } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { checkInBatch } from './check-in-batch';
import { markRoll } from './mark-roll';

beforeEach(resetDb);

const today = todayOn(new Date());
const at = (on: string, time: string) => parseLocalDateTime(`${on}T${time}`) ?? new Date();

/** A course that meets today and tomorrow's weekday, or one sitting today. */
async function scene(options: { members?: number; course?: boolean } = {}) {
  const { members = 2, course = false } = options;
  const made = await arrange(async (tx) => {
    const tree = await aTree(tx);
    const officer = await anOfficer(tx, 'union_admin', tree.union.id);
    const stranger = await anOfficer(tx, 'union_admin', tree.otherUnion.id);
    const offering = await anOffering(tx, { organisationId: tree.union.id });
    const session = await aSession(tx, {
      offeringId: offering.id,
      capacity: members,
      startsAt: at(course ? addDays(today, -7) : today, '00:01'),
      endsAt: at(course ? addDays(today, 7) : today, '23:58'),
      details: { weekdays: course ? [weekdayOf(today)] : [], note: '' },
    });
    const bookings = [];
    for (let n = 0; n < members; n++) {
      const organisationId = tree.otherUnion.id;
      const member = await aMember(tx, { organisationId });
      bookings.push(await aBooking(tx, { member, session, organisationId }));
    }
    return { tree, offering, session, bookings, officer, stranger };
  });
  const { session, bookings } = made;
  const codes = bookings.map(
    ({ id }) => `https://gh.example.cn${bookingLink({ id, endsAt: session.endsAt })}`,
  );
  return { ...made, me: as(made.officer.actor), codes };
}
type Scene = Awaited<ReturnType<typeof scene>>;

const scan = (code: string | undefined, more: Record<string, unknown> = {}) => ({
  id: newId(),
  at: new Date().toISOString(),
  code,
  ...more,
});

const send = async (h: Scene, scans: unknown[], deviceId = 'device-one', ctx = h.me) => {
  const answer = await checkInBatch(ctx, { sessionId: h.session.id, deviceId, scans });
  if (!answer.ok) throw new Error('refused');
  return answer.value;
};

const ledger = () => sqlAsOwner()<
  { bookingId: string; kind: string; repeatOf: string | null; deviceId: string }[]
>`
  select booking_id as "bookingId", kind, repeat_of as "repeatOf", device_id as "deviceId"
  from check_ins order by seq`;

describe('a scan at the door', () => {
  it('lets the holder of a place in, masked and with four digits, and counts them', async () => {
    const h = await scene();
    const answer = await send(h, [scan(h.codes[0])]);
    expect(answer).toMatchObject({ present: 1, expected: 2 });
    expect(answer.results[0]).toMatchObject({
      result: 'passed',
      tail: expect.stringMatching(/^.{4}$/),
    });
    expect(answer.results[0]?.name).toContain('*');
    const [booking] =
      await sqlAsOwner()`select status from bookings where id = ${h.bookings[0]?.id ?? ''}`;
    expect(booking?.status).toBe('attended');
    const events =
      await sqlAsOwner()`select from_status as "from", to_status as "to" from booking_events where type = 'attended'`;
    expect(events).toMatchObject([{ from: 'booked', to: 'attended' }]);
    const audits = await sqlAsOwner()`select 1 from audit_entries where action = 'check_in'`;
    expect(audits).toHaveLength(1);
  });

  it('sent twice changes nothing, and answers the same', async () => {
    const h = await scene();
    const sent = [scan(h.codes[0]), scan(h.codes[1])];
    const first = await send(h, sent);
    const again = await send(h, sent);
    expect(again.results.map((r) => r.result)).toEqual(['passed', 'passed']);
    expect(again.present).toBe(first.present);
    expect(await ledger()).toHaveLength(2);
    expect(await sqlAsOwner()`select 1 from audit_entries where action = 'check_in'`).toHaveLength(
      1,
    );
  });

  it('made offline before a cancellation counts, marked; one made after it does not', async () => {
    const h = await scene();
    const minutesAgo = (n: number) => new Date(Date.now() - n * 60_000).toISOString();
    await sqlAsOwner()`update bookings set status = 'cancelled', cancelled_at = now() - interval '5 minutes'`;
    const answer = await send(h, [
      scan(h.codes[0], { at: minutesAgo(8) }),
      scan(h.codes[1], { at: minutesAgo(2) }),
    ]);
    expect(answer.results).toMatchObject([
      { result: 'passed', cancelledSince: true },
      { result: 'refused', reason: 'not_holding' },
    ]);
    expect(await ledger()).toMatchObject([{ bookingId: h.bookings[0]?.id, kind: 'in' }]);
    const events = await sqlAsOwner()`
      select booking_id, from_status, to_status from booking_events where type = 'arrived_before_cancelling'`;
    expect(events).toEqual([
      { booking_id: h.bookings[0]?.id, from_status: 'cancelled', to_status: 'cancelled' },
    ]);
  });

  it('by two devices makes one entry; the second is kept as a repeat of the first', async () => {
    const h = await scene();
    const [a, b] = await Promise.all([
      send(h, [scan(h.codes[0])], 'device-one'),
      send(h, [scan(h.codes[0])], 'device-two'),
    ]);
    const results = [a.results[0]?.result, b.results[0]?.result].toSorted();
    expect(results).toEqual(['passed', 'repeat']);
    const rows = await ledger();
    expect(rows.filter((r) => r.repeatOf === null)).toHaveLength(1);
    expect(rows.filter((r) => r.repeatOf !== null)).toHaveLength(1);
    expect(await sqlAsOwner()`select 1 from booking_events where type = 'attended'`).toHaveLength(
      1,
    );
  });

  it('refuses with its own reason and never stops the rows after it', async () => {
    const h = await scene();
    const other = await scene();
    const expired = signLink('booking', h.bookings[0]?.id ?? '', new Date(Date.now() - 60_000));
    const forged = h.codes[0]?.replace(/.$/, (c) => (c === 'A' ? 'B' : 'A'));
    const answer = await send(h, [
      scan('https://example.com/coupon'),
      scan(forged),
      scan(`/b/${expired}`),
      { id: newId(), at: 'yesterday', code: 'x' },
      scan(signLinkOf(newId())),
      scan(other.codes[0]),
      scan(h.codes[1], { at: new Date(Date.now() + 3_600_000).toISOString() }),
      scan(h.codes[1]),
    ]);
    const reasons = answer.results.filter((r) => r.result === 'refused').map((r) => r.reason);
    expect(reasons.toSorted()).toEqual(
      [
        'clock',
        'expired',
        'foreign',
        'forged',
        'unknown',
        'unreadable',
        'wrong_session',
      ].toSorted(),
    );
    expect(answer.results.filter((r) => r.result === 'passed')).toHaveLength(1);
  });

  it('is refused on a day without a meeting and for who only waits or has cancelled', async () => {
    await sqlAsOwner()`insert into settings (key, value) values ('booking.offline_scan_hours', '48')`;
    const h = await scene({ course: true });
    await sqlAsOwner()`update bookings set status = 'cancelled' where id = ${h.bookings[1]?.id ?? ''}`;
    const yesterday = new Date(Date.now() - 86_400_000).toISOString();
    const answer = await send(h, [scan(h.codes[0], { at: yesterday }), scan(h.codes[1])]);
    expect(answer.results.map((r) => r.reason).toSorted()).toEqual(['not_holding', 'wrong_day']);
    expect(answer.results.find((r) => r.reason === 'not_holding')?.detail).toContain('已取消');
  });

  it('takes the member card, and a booking number typed by hand', async () => {
    const h = await scene();
    const [membership] = await sqlAsOwner()<{ id: string }[]>`
      select m.id from memberships m join bookings b on b.person_id = m.person_id
      where b.id = ${h.bookings[0]?.id ?? ''}`;
    const card = `/v/${signLink('card', membership?.id ?? '', new Date(Date.now() + 60_000))}`;
    const typed = h.bookings[1]?.number.replaceAll('-', ' ').toLowerCase();
    const answer = await send(h, [scan(card), scan(typed)]);
    expect(answer.results.map((r) => r.result)).toEqual(['passed', 'passed']);
    const ways = await sqlAsOwner()`select way from check_ins order by seq`;
    expect(ways.map((w) => w.way).toSorted()).toEqual(['card', 'search']);
  });

  it('keeps a course open as 已预约 until its end', async () => {
    const h = await scene({ course: true });
    await send(h, [scan(h.codes[0])]);
    const [booking] =
      await sqlAsOwner()`select status from bookings where id = ${h.bookings[0]?.id ?? ''}`;
    expect(booking?.status).toBe('booked');
  });

  it('is not for officers of another union', async () => {
    const h = await scene();
    await expect(send(h, [scan(h.codes[0])], 'device-x', as(h.stranger.actor))).rejects.toThrow(
      NotFound,
    );
    expect(await ledger()).toHaveLength(0);
  });
});

const signLinkOf = (id: string) => `/b/${signLink('booking', id, new Date(Date.now() + 60_000))}`;

describe('the roll of a meeting', () => {
  it('of a course may take an arrival back, after which the person may come again', async () => {
    const h = await scene({ course: true });
    await send(h, [scan(h.codes[0])]);
    const mark = (to: 'absent' | 'none', bookingId?: string) =>
      markRoll(h.me, { sessionId: h.session.id, on: today, bookingId, to });
    expect(await mark('absent', h.bookings[0]?.id)).toMatchObject({ value: { marked: 1 } });
    expect(await mark('absent')).toMatchObject({ value: { marked: 1 } });
    const again = await send(h, [scan(h.codes[0])]);
    expect(again).toMatchObject({ present: 1, results: [{ result: 'passed' }] });
    const audits = await sqlAsOwner()`select 1 from audit_entries where action = 'mark_attendance'`;
    expect(audits).toHaveLength(2);
  });

  it("of one sitting is the booking's own mark, and a day without a meeting has none", async () => {
    const h = await scene();
    const on = { sessionId: h.session.id, to: 'present' } as const;
    expect(await markRoll(h.me, { ...on, on: today })).toMatchObject({ reason: 'one_sitting' });
    const c = await scene({ course: true });
    const input = { sessionId: c.session.id, to: 'present' } as const;
    expect(await markRoll(c.me, { ...input, on: addDays(today, 1) })).toMatchObject({
      reason: 'no_meeting',
    });
    expect(await markRoll(c.me, { ...input, on: addDays(today, 7) })).toMatchObject({
      reason: 'not_started',
    });
    await expect(markRoll(as(c.stranger.actor), { ...input, on: today })).rejects.toThrow(NotFound);
  });
});

describe('five hundred scans in one batch', () => {
  it('are taken in with a dozen statements, and sent again change nothing', async () => {
    const h = await scene({ members: 2 });
    const scans = Array.from({ length: 500 }, (_, n) => scan(h.codes[n % 2]));
    const { db, statements, close } = counting();
    const answer = await send(h, scans, 'device-one', { ...h.me, db });
    expect(statements().length).toBeLessThanOrEqual(24);
    await close();
    expect(answer.results).toHaveLength(500);
    expect(answer.results.filter((r) => r.result === 'passed')).toHaveLength(2);
    expect(await ledger()).toHaveLength(500);
    expect(await send(h, scans)).toMatchObject({ present: 2 });
    expect(await ledger()).toHaveLength(500);
  });
});

describe('the time that a device says', () => {
  const aWeekAgo = () => new Date(Date.now() - (7 * 24 - 1) * 3_600_000).toISOString();

  it('counts within a day, and is refused beyond, whatever the code', async () => {
    const h = await scene({ course: true });
    const answer = await send(h, [scan(h.codes[0], { at: aWeekAgo() }), scan(h.codes[1])]);
    const late = answer.results.find((r) => r.result === 'refused');
    expect(late).toMatchObject({ reason: 'too_old' });
    expect(await sqlAsOwner()`select 1 from check_ins`).toHaveLength(1);
  });

  it('counts further back where the federation says so', async () => {
    await sqlAsOwner()`insert into settings (key, value) values ('booking.offline_scan_hours', '168')`;
    const h = await scene({ course: true });
    const answer = await send(h, [scan(h.codes[0], { at: aWeekAgo() })]);
    expect(answer.results[0]).not.toMatchObject({ reason: 'too_old' });
  });
});
