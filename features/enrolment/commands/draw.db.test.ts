import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aDrawnCourse, closeEntries, enter, entrants } from '@/db/factories/draws';
import { countedPlaces } from '@/db/factories/offerings';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { freezeDraw } from '@/features/draws/commands/freeze-draw';
import { publishSeed } from '@/features/draws/commands/publish-seed';
import { runDraw } from '@/features/draws/commands/run-draw';
import { draw as order } from '@/features/draws/rules/draw';
import { NotFound } from '@/lib/errors';
import { atPausePoint } from '@/lib/pause-point';
import { cancelBooking } from './cancel-booking';

type Course = Awaited<ReturnType<typeof aDrawnCourse>>;
const number = { issue: '2026153', digits: '407', again: '407' };
const theDraw = async (course: Course) => {
  const [row] = await sqlAsOwner()`select * from draws where session_id = ${course.session.id}`;
  return row as Record<string, string>;
};

/** The night of the named number, or a later one: rows are written once, so the guard steps aside. */
async function theNight(course: Course, seedOn: string, fallbackOn: string) {
  const sql = sqlAsOwner();
  await sql`alter table draws disable trigger draws_step_by_step`;
  await sql`update draws set seed_on = ${seedOn}, fallback_on = ${fallbackOn}
    where session_id = ${course.session.id}`;
  await sql`alter table draws enable trigger draws_step_by_step`;
}
const day = (n: number) =>
  new Date(Date.now() + n * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);

async function seeded(course: Course) {
  await closeEntries(course);
  const frozen = await freezeDraw(as(course.officer.actor), { sessionId: course.session.id });
  if (!frozen.ok) throw new Error(frozen.reason);
  await theNight(course, day(-1), day(3));
  const { drawId } = frozen.value;
  const said = await publishSeed(as(course.officer.actor), { drawId, ...number });
  if (!said.ok) throw new Error(said.reason);
  return drawId;
}

beforeEach(resetDb);

describe('entering a draw', () => {
  it('gives a number and no place, and can be taken back', async () => {
    const course = await aDrawnCourse();
    const [first] = await entrants(course, 3);
    const rows =
      await sqlAsOwner()`select id, status, entry_no, queue_no from bookings order by entry_no`;
    expect(rows).toMatchObject([
      { status: 'entered', entry_no: 1, queue_no: null },
      { entry_no: 2 },
      { entry_no: 3 },
    ]);
    expect(await arrange((tx) => countedPlaces(tx, course.session.id))).toEqual({
      taken: 0,
      waiting: 0,
    });
    if (!first) throw new Error('nobody');
    await cancelBooking(as(actorOf(first)), { bookingId: rows[0]?.id });
    const [gone] = await sqlAsOwner()`select status from bookings where entry_no = 1`;
    expect(gone?.status).toBe('cancelled');
    expect(await theDraw(course)).toMatchObject({ status: 'announced', seed_source: 'lottery' });
  });

  it('takes one entry for each attendee, and none once the list is sealed', async () => {
    const course = await aDrawnCourse();
    const [first] = await entrants(course, 1);
    if (!first) throw new Error('nobody');
    expect(await enter(course, first)).toMatchObject({ ok: false, reason: 'already_booked' });
    await closeEntries(course);
    await freezeDraw(as(course.officer.actor), { sessionId: course.session.id });
    await sqlAsOwner()`update offerings set booking_closes_at = now() + interval '1 day'`;
    const late = await arrange((tx) => aMember(tx, { organisationId: course.union.id }));
    expect(await enter(course, late)).toMatchObject({ ok: false, reason: 'frozen' });
  });
});

describe('sealing the list', () => {
  it('waits until entries are closed, and happens once', async () => {
    const course = await aDrawnCourse();
    await entrants(course, 2);
    const officer = as(course.officer.actor);
    const input = { sessionId: course.session.id };
    expect(await freezeDraw(officer, input)).toMatchObject({ reason: 'not_closed' });
    await closeEntries(course);
    expect(await freezeDraw(officer, input)).toMatchObject({ ok: true, value: { entries: 2 } });
    expect(await freezeDraw(officer, input)).toMatchObject({ reason: 'already_frozen' });
    const stored = await theDraw(course);
    const { hash } = await order(stored.entries_text ?? '', 'x');
    expect(hash).toBe(stored.entries_hash);
    const [audit] =
      await sqlAsOwner()`select after from audit_entries where action = 'freeze_draw'`;
    expect(audit?.after).toMatchObject({ hash, entries: 2 });
    expect(stored.entries_text).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it('leaves out who may not take part any more, and says why', async () => {
    const course = await aDrawnCourse();
    const [gone] = await entrants(course, 2);
    await sqlAsOwner()`update memberships set status = 'left', ended_on = current_date
      where person_id = ${gone?.personId ?? ''}`;
    await closeEntries(course);
    const frozen = await freezeDraw(as(course.officer.actor), { sessionId: course.session.id });
    expect(frozen).toMatchObject({ ok: true, value: { entries: 1 } });
    const [out] = await sqlAsOwner()`select status, reason from bookings where entry_no = 1`;
    expect(out).toMatchObject({ status: 'refused' });
  });

  it('judges every entry by the conditions of the hour: those changed since count', async () => {
    const course = await aDrawnCourse();
    await entrants(course, 3);
    await sqlAsOwner()`update offerings set rules = '{"joinedMonths": 240}'::jsonb`;
    await sqlAsOwner()`update memberships set joined_on = '1990-01-01' where person_id =
      (select person_id from bookings where entry_no = 2)`;
    await closeEntries(course);
    const frozen = await freezeDraw(as(course.officer.actor), { sessionId: course.session.id });
    expect(frozen).toMatchObject({ ok: true, value: { entries: 1 } });
    const rows = await sqlAsOwner()`select status, reason from bookings order by entry_no`;
    expect(rows.map((r) => r.status)).toEqual(['refused', 'entered', 'refused']);
    expect(rows[0]?.reason).toMatch(/^入会满 20 年，.*入会$/);
    const notified = await sqlAsOwner()`select title from notices where title like '没有进入抽签%'`;
    expect(notified).toHaveLength(2);
  });

  it('is refused to others and without a day for the number', async () => {
    const course = await aDrawnCourse({ terms: { draw: { seed: 'lottery' } } });
    await entrants(course, 1);
    await closeEntries(course);
    const input = { sessionId: course.session.id };
    expect(await freezeDraw(as(course.officer.actor), input)).toMatchObject({
      reason: 'no_seed_day',
    });
    const other = await aDrawnCourse();
    await expect(freezeDraw(as(other.officer.actor), input)).rejects.toThrow(NotFound);
    const viewer = await arrange((tx) => anOfficer(tx, 'viewer', course.union.id));
    await expect(freezeDraw(as(viewer.actor), input)).rejects.toThrow(NotFound);
  });
});

describe('the number that decides', () => {
  it('is refused before its night and taken once after it', async () => {
    const course = await aDrawnCourse();
    await entrants(course, 3);
    await closeEntries(course);
    const officer = as(course.officer.actor);
    await freezeDraw(officer, { sessionId: course.session.id });
    const { id: drawId = '' } = await theDraw(course);
    expect(await publishSeed(officer, { drawId, ...number })).toMatchObject({
      reason: 'too_early',
    });
    await theNight(course, day(-1), day(3));
    expect(await publishSeed(officer, { drawId, ...number, issue: '2019001' })).toMatchObject({
      reason: 'wrong_issue',
    });
    expect(await publishSeed(officer, { drawId, ...number })).toMatchObject({ ok: true });
    expect(await publishSeed(officer, { drawId, ...number })).toMatchObject({
      reason: 'already_seeded',
    });
    expect(await theDraw(course)).toMatchObject({ seed: '2026153:407', status: 'seeded' });
  });

  it('of the named day no longer counts after the days of grace: the fallback day decides', async () => {
    const course = await aDrawnCourse();
    await entrants(course, 2);
    await closeEntries(course);
    const officer = as(course.officer.actor);
    await freezeDraw(officer, { sessionId: course.session.id });
    const { id: drawId = '' } = await theDraw(course);
    // Today is the fallback day and its number is not known before tonight, or it is known already.
    await theNight(course, day(-4), day(0));
    const first = await publishSeed(officer, { drawId, ...number });
    if (!first.ok) expect(first.reason).toBe('too_early');
    await theNight(course, day(-5), day(-1));
    const said = await publishSeed(officer, { drawId, ...number });
    expect(said.ok || said.reason === 'already_seeded').toBe(true);
    const [audit] =
      await sqlAsOwner()`select after from audit_entries where action = 'publish_seed'`;
    expect(audit?.after).toMatchObject({ late: true });
  });
});

describe('the draw', () => {
  it('gives the places in the drawn order, queues the others in it, and tells everyone once', async () => {
    const course = await aDrawnCourse({ capacity: 2, rules: { waitlistMax: 2 } });
    await entrants(course, 6);
    const drawId = await seeded(course);
    const done = await runDraw(as(course.officer.actor), { drawId });
    expect(done).toMatchObject({ ok: true, value: { placed: 2 } });
    const stored = await theDraw(course);
    const again = await order(stored.entries_text ?? '', stored.seed ?? '');
    expect(stored.results_text).toBe(again.text);
    const rows = await sqlAsOwner()`
      select r.rank, r.outcome, b.status, b.queue_no from draw_results r
      join bookings b on b.entry_no = r.entry_no and b.session_id = ${course.session.id}
      order by r.rank`;
    expect(rows.map((r) => r.status)).toEqual([
      'booked',
      'booked',
      'waitlisted',
      'waitlisted',
      'not_drawn',
      'not_drawn',
    ]);
    expect(rows.map((r) => r.queue_no)).toEqual([null, null, 1, 2, null, null]);
    const [places] = await sqlAsOwner()`select taken, waiting from session_capacity`;
    expect(places).toMatchObject({ taken: 2, waiting: 2 });
    const notified = await sqlAsOwner()`
      select account_id, count(*)::int as n from notices where dedupe_key like '%:drawn'
      group by account_id`;
    expect(notified.map((row) => row.n)).toEqual([1, 1, 1, 1, 1, 1]);
    const sms =
      await sqlAsOwner()`select count(*)::int as n from outbox where dedupe_key like '%:drawn'`;
    expect(sms[0]?.n).toBe(6);
  });

  it('is held once, and its lines can be neither changed nor deleted', async () => {
    const course = await aDrawnCourse();
    await entrants(course, 3);
    const drawId = await seeded(course);
    const officer = as(course.officer.actor);
    expect((await runDraw(officer, { drawId })).ok).toBe(true);
    expect(await runDraw(officer, { drawId })).toMatchObject({ reason: 'already_drawn' });
    const sql = sqlAsOwner();
    await expect(sql`update draw_results set rank = rank + 10`).rejects.toThrow('append-only');
    await expect(sql`delete from draw_entries`).rejects.toThrow('append-only');
    await expect(sql`update draws set placed = 9`).rejects.toThrow('is done');
    await expect(sql`delete from draws`).rejects.toThrow('stays');
  });

  it('does not hold a step twice when two officers press at once', async () => {
    const course = await aDrawnCourse();
    await entrants(course, 4);
    const drawId = await seeded(course);
    const officer = as(course.officer.actor);
    const said = await Promise.all([1, 2, 3].map(() => runDraw(officer, { drawId })));
    expect(said.filter((one) => one.ok)).toHaveLength(1);
  });

  it('leaves nothing behind when it dies half-way, and is simply held again', async () => {
    const course = await aDrawnCourse();
    await entrants(course, 4);
    const drawId = await seeded(course);
    const officer = as(course.officer.actor);
    atPausePoint('draw:ordered', () => {
      throw new Error('killed');
    });
    await expect(runDraw(officer, { drawId })).rejects.toThrow('killed');
    atPausePoint('draw:ordered', null);
    expect(await sqlAsOwner()`select 1 from draw_results`).toHaveLength(0);
    expect((await runDraw(officer, { drawId })).ok).toBe(true);
  });

  it('passes the place of a winner who no longer fits to the first who waits, with the reason', async () => {
    const course = await aDrawnCourse({ capacity: 1 });
    await entrants(course, 3);
    const drawId = await seeded(course);
    const stored = await theDraw(course);
    const { results } = await order(stored.entries_text ?? '', stored.seed ?? '');
    const [first, second] = results;
    await sqlAsOwner()`update memberships set status = 'left', ended_on = current_date where person_id =
      (select person_id from bookings where entry_no = ${first?.no ?? 0})`;
    await runDraw(as(course.officer.actor), { drawId });
    const rows =
      await sqlAsOwner()`select entry_no, status, reason from bookings order by entry_no`;
    const of = (no: number | undefined) => rows.find((r) => r.entry_no === no);
    expect(of(first?.no)?.status).toBe('refused');
    expect(of(first?.no)?.reason).toContain('只面向工会会员');
    expect(of(second?.no)?.status).toBe('booked');
    const [notified] =
      await sqlAsOwner()`select body from notices where title like '抽中的名额给了下一位%'`;
    expect(notified?.body).toContain('只面向工会会员');
  });

  it('passes the place of a winner who has cancelled to the first who waits', async () => {
    const course = await aDrawnCourse({ capacity: 1 });
    const people = await entrants(course, 3);
    const drawId = await seeded(course);
    const stored = await theDraw(course);
    const { results } = await order(stored.entries_text ?? '', stored.seed ?? '');
    const [first, second] = results;
    const winner = people[(first?.no ?? 0) - 1];
    const [own] = await sqlAsOwner()`select id from bookings where entry_no = ${first?.no ?? 0}`;
    if (!winner) throw new Error('no winner');
    await cancelBooking(as(actorOf(winner)), { bookingId: own?.id });
    await runDraw(as(course.officer.actor), { drawId });
    const rows = await sqlAsOwner()`select entry_no, status from bookings order by entry_no`;
    const of = (no: number | undefined) => rows.find((r) => r.entry_no === no)?.status;
    expect(of(first?.no)).toBe('cancelled');
    expect(of(second?.no)).toBe('booked');
  });
});
