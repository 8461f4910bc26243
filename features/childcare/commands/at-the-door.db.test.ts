import { beforeEach, describe, expect, it } from 'vitest';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { Forbidden, NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { personKeyOf } from '../queries/class-child';
import { getClassDay } from '../queries/class-day';
import { getGuardianClass } from '../queries/guardian-class';
import { CODES_A_DAY, WRONG_TRIES } from '../rules/pick-up';
import { announceAbsence } from './announce-absence';
import { aClass, anotherChild, type Class, grandmother, ready } from './class-day.test-helpers';
import { handOver } from './hand-over';
import { makePickUpCode } from './make-pick-up-code';
import { signInChild } from './sign-in';
import { undoSignIn } from './undo-sign-in';

let c: Class;
beforeEach(async () => {
  await resetDb();
  c = await aClass();
  await ready(c);
});

const child = (more: Partial<{ sessionId: string; bookingId: string }> = {}) => ({
  sessionId: c.sessionId,
  bookingId: c.bookingId,
  ...more,
});
const arrive = (more = {}) => signInChild(c.teacher, child(more));
const undo = (more = {}) => undoSignIn(c.teacher, child(more));
const listed = (phone = grandmother.phone) =>
  handOver(c.teacher, { by: 'person', ...child(), who: `listed:${personKeyOf(phone)}` });
const withCode = (code: string) => handOver(c.teacher, { by: 'code', ...child(), code });
const makeCode = (who = c.mother) =>
  makePickUpCode(who, { bookingId: c.bookingId, bearer: '张伟' });
const codeNow = async () => (await getGuardianClass(c.mother, c.bookingId)).code?.code ?? '';
const wrongFor = (code: string) => (code === '000000' ? '000001' : '000000');
const entries = (action: string) =>
  sqlAsOwner()`select after from audit_entries where action = ${action} order by id`;
const noticesLike = (key: string) =>
  sqlAsOwner()`select account_id, body from notices where dedupe_key like ${`%${key}%`}`;
const moveClass = (from: string, to: string) =>
  sqlAsOwner()`update offering_sessions set starts_at = now() + ${from}::interval,
    ends_at = now() + ${to}::interval, details = '{}' where id = ${c.sessionId}`;

describe('signing a child in', () => {
  it('is one line, however many tap at once, and one in the ledger without a name', async () => {
    const all = await Promise.all([arrive(), arrive(), arrive()]);
    expect(all.map((done) => (done.ok ? 'ok' : done.reason)).sort()).toEqual([
      'already_in',
      'already_in',
      'ok',
    ]);
    const [entry, ...more] = await entries('sign_in_child');
    expect(more).toEqual([]);
    expect(entry?.after).toEqual({ on: c.today });
  });

  it('is refused for a child of no class, of another class, and one whose place was given up', async () => {
    expect(await arrive({ bookingId: newId() })).toMatchObject({ reason: 'not_on_the_roll' });
    await sqlAsOwner()`update bookings set status = 'cancelled' where id = ${c.bookingId}`;
    expect(await arrive()).toMatchObject({ reason: 'not_on_the_roll' });
    await expect(arrive({ sessionId: newId() })).rejects.toThrow(NotFound);
  });

  it('is refused before the hour, after the day, and where the class does not meet', async () => {
    await moveClass('2 hours', '3 hours');
    const [day] = await sqlAsOwner()<{ same: boolean }[]>`select
      (now() at time zone 'Asia/Shanghai')::date
        = ((now() + interval '2 hours') at time zone 'Asia/Shanghai')::date as same`;
    expect(await arrive()).toMatchObject({ reason: day?.same ? 'too_early' : 'no_class_today' });
    await moveClass('2 days', '2 days 1 hour');
    expect(await arrive()).toMatchObject({ reason: 'no_class_today' });
    await sqlAsOwner()`update offering_sessions set cancelled_at = now() where id = ${c.sessionId}`;
    expect(await arrive()).toMatchObject({ reason: 'class_cancelled' });
  });

  it('is for staff whose check counts today alone: a guardian is told of no class', async () => {
    for (const who of [c.mother, c.outsider, c.stranger, c.below]) {
      await expect(signInChild(who, child())).rejects.toThrow(NotFound);
      await expect(undoSignIn(who, child())).rejects.toThrow(NotFound);
    }
    await expect(signInChild(c.officer, child())).rejects.toThrow(Forbidden);
  });

  it('tells those who were told that the child is missing, and nobody else', async () => {
    await sqlAsOwner()`insert into class_absences (booking_id, on_day, session_id, organiser_id, child_id, told_at)
      select id, ${c.today}::date, session_id, organiser_id, child_id, now() from bookings`;
    const { bookingId } = await anotherChild(c);
    await arrive({ bookingId });
    expect(await noticesLike('class_in:')).toHaveLength(0);
    await arrive();
    expect(await noticesLike('class_in:')).toHaveLength(2);
  });
});

describe('a sign-in taken back', () => {
  it('leaves both lines, and the child may be signed in once more', async () => {
    expect(await undo()).toMatchObject({ reason: 'not_in' });
    await arrive();
    expect(await undo()).toMatchObject({ ok: true });
    expect(await undo()).toMatchObject({ reason: 'not_in' });
    expect((await getClassDay(c.teacher, c.sessionId)).lines[0]?.day.signedInAt).toBeNull();
    expect(await arrive()).toMatchObject({ ok: true });
    expect((await getClassDay(c.teacher, c.sessionId)).lines[0]?.day.signedInAt).not.toBeNull();
    const kinds = await sqlAsOwner()`select kind from check_ins order by seq`;
    expect(kinds.map(({ kind }) => kind)).toEqual(['in', 'undone', 'in']);
  });

  it('is refused once the child has gone, and for a child that is not on the roll', async () => {
    await arrive();
    await listed();
    expect(await undo()).toMatchObject({ reason: 'already_out' });
    expect(await arrive()).toMatchObject({ reason: 'already_out' });
    expect(await undo({ bookingId: newId() })).toMatchObject({ reason: 'not_on_the_roll' });
  });
});

describe('a hand-over', () => {
  it('goes to nobody while the child is not there, and to nobody for another class’s child', async () => {
    expect(await listed()).toMatchObject({ reason: 'not_in' });
    const elsewhere = { by: 'stranger', ...child({ bookingId: newId() }), stranger: null } as const;
    expect(await handOver(c.teacher, elsewhere)).toMatchObject({ reason: 'not_on_the_roll' });
    expect(await sqlAsOwner()`select 1 from child_hand_overs`).toHaveLength(0);
  });

  it('to a guardian is known by the family, not by a name, and never to a guardian of another child', async () => {
    await arrive();
    const other = await anotherChild(c);
    const ids = await sqlAsOwner()<{ id: string; child_id: string }[]>`
      select id, child_id from guardians order by created_at, id`;
    const of = (childId: string) => ids.find((row) => row.child_id === childId)?.id ?? '';
    const to = (id: string) =>
      handOver(c.teacher, { by: 'person', ...child(), who: `guardian:${id}` });
    expect(await to(of(other.childId))).toMatchObject({ reason: 'not_listed' });
    expect(await to(of(c.childId))).toMatchObject({ ok: true });
    const [line] = await sqlAsOwner()`select by, outcome, reason, person_sealed
      from child_hand_overs where outcome = 'released'`;
    expect(line).toMatchObject({ by: 'guardian', reason: null });
    expect(line?.person_sealed).not.toMatch(/\p{Script=Han}/u);
  });

  it('to a guardian who has left the family is refused, and put on record', async () => {
    await arrive();
    const [row] = await sqlAsOwner()<{ id: string }[]>`update guardians set status = 'left'
      where child_id = ${c.childId} and id = (select max(id::text)::uuid from guardians where child_id = ${c.childId})
      returning id`;
    const said = await handOver(c.teacher, {
      by: 'person',
      ...child(),
      who: `guardian:${row?.id ?? ''}`,
    });
    expect(said).toMatchObject({ reason: 'not_listed' });
    expect((await entries('refuse_hand_over'))[0]?.after).toMatchObject({ refused: 'not_listed' });
  });

  it('to a stranger without a name is refused as well; both guardians are told the hour, not who', async () => {
    await arrive();
    const said = await handOver(c.teacher, { by: 'stranger', ...child(), stranger: null });
    expect(said).toMatchObject({ reason: 'stranger' });
    const notified = await noticesLike('class_refused');
    expect(notified).toHaveLength(2);
    expect(notified[0]?.body).toMatch(/^\d\d:\d\d 来的人不在名单上/);
    expect((await getClassDay(c.teacher, c.sessionId)).lines[0]?.day.handedOver).toBeNull();
  });

  it('tells the guardians who took the child, and the class’s list says so', async () => {
    await arrive();
    await listed();
    const notified = await noticesLike('class_out');
    expect(notified.map(({ body }) => body).join()).toContain('由外婆王秀英接走');
    expect(new Set(notified.map((one) => one.account_id)).size).toBe(2);
    const day = await getClassDay(c.teacher, c.sessionId);
    expect(day.lines[0]?.day.handedOver?.to).toBe('外婆王秀英');
    expect((await entries('hand_over_child'))[0]?.after).toEqual({ by: 'person', on: c.today });
  });

  it('by two at the same moment for one code lets one through', async () => {
    await arrive();
    await makeCode();
    const code = await codeNow();
    const both = await Promise.all([withCode(code), withCode(code)]);
    expect(both.map((done) => (done.ok ? 'ok' : done.reason)).sort()).toMatchObject([
      expect.stringMatching(/already_out|code_used/),
      'ok',
    ]);
    expect(await sqlAsOwner()`select 1 from pick_up_codes where used_at is not null`).toHaveLength(
      1,
    );
  });
});

describe('a one-day code', () => {
  it('is dead after so many wrong tries, which alarm nobody, and is replaced by a new one', async () => {
    await arrive();
    await makeCode();
    const code = await codeNow();
    const lefts: unknown[] = [];
    for (let tries = 0; tries < WRONG_TRIES; tries++) {
      const said = await withCode(wrongFor(code));
      lefts.push(said.ok ? 'ok' : said.detail?.left);
    }
    expect(lefts).toEqual([4, 3, 2, 1, 0]);
    expect(await withCode(code)).toMatchObject({ reason: 'code_burnt' });
    expect(await noticesLike('class_refused')).toHaveLength(0);
    await makeCode();
    expect(await withCode(await codeNow())).toMatchObject({ ok: true });
  });

  it('is made so often a day and no more, by both guardians together', async () => {
    for (let made = 0; made < CODES_A_DAY; made++) {
      expect(await makeCode(made % 2 === 0 ? c.mother : c.father)).toMatchObject({ ok: true });
    }
    expect(await makeCode()).toMatchObject({ reason: 'too_many_codes' });
    const valid = sqlAsOwner()`select 1 from pick_up_codes where replaced_at is null`;
    expect(await valid).toHaveLength(1);
  });

  it('is six digits that only the guardians read, with who is to come', async () => {
    await makeCode();
    const [mine, his] = [
      await getGuardianClass(c.mother, c.bookingId),
      await getGuardianClass(c.father, c.bookingId),
    ];
    expect(mine.code).toEqual({ code: expect.stringMatching(/^\d{6}$/), bearer: '张伟' });
    expect(his.code).toEqual(mine.code);
    const [row] = await sqlAsOwner()`select code_sealed, bearer_sealed from pick_up_codes`;
    expect(JSON.stringify(row)).not.toContain(mine.code?.code);
    expect(JSON.stringify(row)).not.toContain('张伟');
    expect((await entries('make_pick_up_code'))[0]?.after).toEqual({ on: c.today });
  });

  it('is made by a guardian, on a day of the class, while the child is not gone', async () => {
    for (const who of [c.outsider, c.teacher, c.officer]) {
      await expect(makeCode(who)).rejects.toThrow(NotFound);
    }
    await arrive();
    await listed();
    expect(await makeCode()).toMatchObject({ reason: 'already_out' });
    await sqlAsOwner()`delete from child_hand_overs`;
    await moveClass('2 days', '2 days 1 hour');
    expect(await makeCode()).toMatchObject({ reason: 'no_class_today' });
  });
});

describe('an absence said beforehand', () => {
  const say = (on: string, withdraw = false, who = c.mother) =>
    announceAbsence(who, { bookingId: c.bookingId, on, withdraw });
  const ahead = async () => (await getGuardianClass(c.father, c.bookingId)).absences;
  const dayFromNow = async (days: number) => {
    const [row] = await sqlAsOwner()<
      { on: string }[]
    >`select (${c.today}::date + ${days}::int)::text as on`;
    return row?.on ?? '';
  };

  it('is read by both guardians and the class, said twice the same, and taken back', async () => {
    const tomorrow = await dayFromNow(1);
    expect(await say(c.today)).toMatchObject({ ok: true });
    expect(await say(c.today, false, c.father)).toMatchObject({ ok: true });
    expect(await say(tomorrow)).toMatchObject({ ok: true });
    expect(await ahead()).toEqual([c.today, tomorrow]);
    expect((await getClassDay(c.teacher, c.sessionId)).lines[0]?.day.announced).toBe(true);
    expect(await say(c.today, true)).toMatchObject({ ok: true });
    expect(await ahead()).toEqual([tomorrow]);
    expect(await entries('withdraw_class_absence')).toHaveLength(1);
  });

  it('is for a day of the class, not past, and not for a child that is there', async () => {
    expect(await say(await dayFromNow(30))).toMatchObject({ reason: 'not_a_class_day' });
    expect(await say(await dayFromNow(-1))).toMatchObject({ reason: 'too_late_to_announce' });
    await arrive();
    expect(await say(c.today)).toMatchObject({ reason: 'too_late_to_announce' });
    await listed();
    expect(await say(c.today, true)).toMatchObject({ reason: 'too_late_to_announce' });
  });

  it('cannot take back that the guardians were told', async () => {
    await sqlAsOwner()`insert into class_absences (booking_id, on_day, session_id, organiser_id, child_id, told_at)
      select id, ${c.today}::date, session_id, organiser_id, child_id, now() from bookings`;
    await say(c.today, true);
    expect(await sqlAsOwner()`select 1 from class_absences where told_at is not null`).toHaveLength(
      1,
    );
  });

  it('is no matter of the teacher’s, the organiser’s or another family’s', async () => {
    for (const who of [c.teacher, c.officer, c.outsider]) {
      await expect(say(c.today, false, who)).rejects.toThrow(NotFound);
    }
    await expect(
      announceAbsence(c.mother, { bookingId: 'x', on: c.today, withdraw: false }),
    ).rejects.toThrow(NotFound);
  });
});
