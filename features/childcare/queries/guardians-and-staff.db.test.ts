import { beforeEach, describe, expect, it } from 'vitest';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { Forbidden, NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { transaction } from '@/lib/transaction';
import {
  aClass,
  anotherChild,
  type Class,
  grandmother,
  ready,
} from '../commands/class-day.test-helpers';
import { handOver } from '../commands/hand-over';
import { makePickUpCode } from '../commands/make-pick-up-code';
import { revealHealth } from '../commands/reveal-health';
import { savePickUpList } from '../commands/save-pick-up-list';
import { signInChild } from '../commands/sign-in';
import { personalData } from '../personal-data';
import type { PickUpListInput } from '../schema/guardian';
import { getChildRecord } from './child-record';
import { personKeyOf } from './class-child';
import { getClassDay } from './class-day';
import { getGuardianClass, getPickUpList } from './guardian-class';
import { listMyClasses } from './my-classes';

let c: Class;
beforeEach(async () => {
  await resetDb();
  c = await aClass();
  await ready(c);
});

const child = () => ({ sessionId: c.sessionId, bookingId: c.bookingId });
const nobody = { name: null, relation: null, phone: null, photo: null };
type Person = { [K in keyof typeof nobody]: string | null };
const uncle: Person = { name: '陈大海', relation: '舅舅', phone: '13911110003', photo: 'AAAA' };
const typed = (people: Partial<Person>[]): PickUpListInput => {
  const [a, b, d] = [0, 1, 2].map((n) => ({ ...nobody, ...people[n] }));
  const of = (n: number, one: Person = nobody) =>
    Object.fromEntries(Object.entries(one).map(([name, value]) => [`${name}${n}`, value]));
  return {
    bookingId: c.bookingId,
    consent: 'yes',
    ...of(1, a),
    ...of(2, b),
    ...of(3, d),
  } as PickUpListInput;
};
const save = (people: Partial<Person>[], who = c.mother) => savePickUpList(who, typed(people));
/** Tomorrow's class has not begun, so its list may change. */
const notYet = () => sqlAsOwner()`update offering_sessions set starts_at = now() + interval '1 day',
  ends_at = now() + interval '25 hours', details = '{}' where id = ${c.sessionId}`;
const list = async (who = c.father) => (await getPickUpList(who, c.bookingId)).people;

describe('the pick-up list', () => {
  it('is the same for both guardians, with its pictures, and shut while the class is on', async () => {
    expect(await getPickUpList(c.mother, c.bookingId)).toMatchObject({
      isOpen: false,
      people: [{ ...grandmother, photo: null }],
    });
    await notYet();
    expect(await save([grandmother, uncle])).toMatchObject({ ok: true });
    expect((await getPickUpList(c.father, c.bookingId)).isOpen).toBe(true);
    expect(await list()).toMatchObject([{ name: '王秀英', photo: null }, uncle]);
  });

  it('keeps a picture until its person goes or a new one comes', async () => {
    await notYet();
    await save([uncle]);
    await save([{ ...uncle, photo: null }]);
    expect((await list())[0]?.photo).toBe('AAAA');
    await save([{ ...uncle, photo: 'BBBB' }]);
    expect((await list())[0]?.photo).toBe('BBBB');
    // The same name under another phone is another person, whose face nobody has seen.
    await save([{ ...uncle, phone: '13911110004', photo: null }]);
    expect((await list())[0]?.photo).toBeNull();
    expect(await sqlAsOwner()`select 1 from pick_up_photos`).toHaveLength(0);
  });

  it('is taken whole or not at all, and says which line is not complete', async () => {
    await notYet();
    const said = await save([uncle, { name: '王五' }]);
    expect(said).toMatchObject({
      reason: 'incomplete',
      fieldErrors: { relation2: expect.any(String), phone2: expect.any(String) },
    });
    expect(await list()).toMatchObject([grandmother]);
  });

  it('is sealed, and neither the ledger nor the history names who is on it', async () => {
    await notYet();
    await save([uncle]);
    const rows = await sqlAsOwner()`select to_jsonb(b) - 'id' as row from bookings b
      union all select to_jsonb(p) from pick_up_photos p
      union all select to_jsonb(a) from audit_entries a where action = 'change_pick_up_list'
      union all select to_jsonb(e) from booking_events e`;
    expect(JSON.stringify(rows)).not.toMatch(/陈大海|13911110003|AAAA"/);
    const [entry] =
      await sqlAsOwner()`select after from audit_entries where action = 'change_pick_up_list'`;
    expect(entry?.after).toEqual({ people: 1, photos: 1 });
    const consents = await sqlAsOwner()`select 1 from consents where subject_id = ${c.bookingId}`;
    expect(consents.length).toBeGreaterThan(0);
  });

  it('is neither read nor written by anybody but a confirmed guardian', async () => {
    await notYet();
    for (const who of [c.outsider, c.teacher, c.officer, c.stranger]) {
      await expect(save([uncle], who)).rejects.toThrow(NotFound);
      await expect(getPickUpList(who, c.bookingId)).rejects.toThrow(NotFound);
    }
    await sqlAsOwner()`update guardians set status = 'left' where account_id = ${
      c.father.actor.kind === 'account' ? c.father.actor.accountId : ''
    }`;
    await expect(save([uncle], c.father)).rejects.toThrow(NotFound);
    await expect(getGuardianClass(c.father, c.bookingId)).rejects.toThrow(NotFound);
    expect(await list(c.mother)).toMatchObject([grandmother]);
  });
});

describe('the record of a child', () => {
  it('shows its staff who may fetch it and whom to call, and leaves a line for each look', async () => {
    const record = await getChildRecord(c.teacher, c.sessionId, c.bookingId);
    expect(record).toMatchObject({ name: '陈小禾', role: '带班老师', hasHealthNotes: true });
    expect(record.people).toMatchObject([grandmother]);
    expect(record.guardians.map(({ name }) => name)).toEqual(['陈一帆', '陈二帆']);
    expect(record.guardians[0]?.phone).toMatch(/^1\d{10}$/);
    // What is written about health is a look of its own.
    expect(JSON.stringify(record)).not.toContain('花生');
    await getChildRecord(c.teacher, c.sessionId, c.bookingId);
    const { looks } = await getGuardianClass(c.mother, c.bookingId);
    expect(looks.map(({ what }) => what)).toEqual(['pick_up', 'pick_up']);
  });

  it('is found under its own class and by a whole address alone, and leaves no look otherwise', async () => {
    for (const [session, booking] of [
      [newId(), c.bookingId],
      [c.sessionId, newId()],
      ['x', c.bookingId],
      [c.sessionId, "x' or true --"],
    ] as const) {
      await expect(getChildRecord(c.teacher, session, booking)).rejects.toThrow(NotFound);
    }
    await expect(revealHealth(c.teacher, { ...child(), bookingId: newId() })).rejects.toThrow(
      NotFound,
    );
    await expect(revealHealth(c.officer, child())).rejects.toThrow(Forbidden);
    expect((await getGuardianClass(c.mother, c.bookingId)).looks).toEqual([]);
  });

  it('says that a guardian wrote nothing about health, and that look is a look too', async () => {
    const other = await anotherChild(c);
    const said = await revealHealth(c.teacher, { ...child(), bookingId: other.bookingId });
    expect(said).toMatchObject({ ok: true, value: { notes: '家长没有填' } });
    const { looks } = await getGuardianClass(other.guardian, other.bookingId);
    expect(looks.map(({ who, what }) => [who, what])).toEqual([['李素梅', 'health']]);
  });
});

describe('the day of a class', () => {
  it('lists its children in order of booking, by name, without what stands in their records', async () => {
    await anotherChild(c);
    const day = await getClassDay(c.teacher, c.sessionId);
    expect(day.lines.map(({ name, hasHealthNotes }) => [name, hasHealthNotes])).toEqual([
      ['陈小禾', true],
      ['罗小满', false],
    ]);
    expect(day).toMatchObject({ isOpen: true, gaps: [], hasBegun: false, looksAfter: true });
    expect(JSON.stringify(day)).not.toMatch(/王秀英|13911110001|花生/);
    await signInChild(c.teacher, child());
    expect((await getClassDay(c.teacher, c.sessionId)).hasBegun).toBe(true);
  });

  it('may be an earlier one, never one to come, and leaves those out who gave their place up', async () => {
    const { days, on } = await getClassDay(c.teacher, c.sessionId);
    expect(days.at(-1)).toBe(c.today);
    expect(on).toBe(c.today);
    const [first] = days;
    expect((await getClassDay(c.teacher, c.sessionId, first)).on).toBe(first);
    expect((await getClassDay(c.teacher, c.sessionId, '2999-01-01')).on).toBe(c.today);
    await sqlAsOwner()`update bookings set status = 'cancelled'`;
    expect((await getClassDay(c.teacher, c.sessionId)).lines).toEqual([]);
  });

  it('is shut to staff from the second day after the last one', async () => {
    await sqlAsOwner()`update offering_sessions set starts_at = now() - interval '9 days',
      ends_at = now() - interval '23 hours' where id = ${c.sessionId}`;
    expect((await getClassDay(c.teacher, c.sessionId)).lines).toHaveLength(1);
    expect(await listMyClasses(c.teacher)).toHaveLength(1);
    await sqlAsOwner()`update offering_sessions set ends_at = now() - interval '25 hours'`;
    await expect(getClassDay(c.teacher, c.sessionId)).rejects.toThrow(NotFound);
    expect(await listMyClasses(c.teacher)).toEqual([]);
    // The organiser still answers for it.
    expect((await getClassDay(c.officer, c.sessionId)).lines).toHaveLength(1);
  });
});

describe('what a class keeps of a family', () => {
  const scene = () => makeCtx(system());
  const personOf = (who: typeof c.mother) =>
    who.actor.kind === 'account' ? (who.actor.personId ?? '') : '';
  const past = (days: number) => sqlAsOwner()`update offering_sessions
    set starts_at = now() - make_interval(days => ${days + 5}),
      ends_at = now() - make_interval(days => ${days}) where id = ${c.sessionId}`;
  const counts = async () => {
    const [row] = await sqlAsOwner()`select (select count(*)::int from pick_up_codes) as codes,
      (select count(*)::int from pick_up_photos) as photos,
      (select count(*)::int from child_hand_overs where person_sealed is not null) as names`;
    return row;
  };
  const lived = async () => {
    await notYet();
    await save([grandmother, uncle]);
    // Begun an hour ago and an hour more to go, but today's: codes are for the day of the class.
    await sqlAsOwner()`update offering_sessions set details = '{}',
      starts_at = greatest(now() - interval '1 hour', date_trunc('day', now(), 'Asia/Shanghai')),
      ends_at = least(now() + interval '1 hour',
        date_trunc('day', now(), 'Asia/Shanghai') + interval '1 day' - interval '1 millisecond')
      where id = ${c.sessionId}`;
    await makePickUpCode(c.mother, { bookingId: c.bookingId, bearer: '张伟' });
    await signInChild(c.teacher, child());
    const who = `listed:${personKeyOf(grandmother.phone)}`;
    await handOver(c.teacher, { by: 'person', ...child(), who });
    await getChildRecord(c.teacher, c.sessionId, c.bookingId).catch(() => null);
  };

  it('is handed to a guardian on request, to the teacher what is theirs, and to nobody else', async () => {
    await lived();
    const copy = (who: typeof c.mother) =>
      transaction(scene(), (tx) => personalData.export(tx, personOf(who)));
    const mine = await copy(c.mother);
    expect(mine.class.handOvers).toMatchObject([{ outcome: 'released', by: 'listed' }]);
    expect(mine.class.looks.map(({ who }) => who)).toContain('李素梅');
    expect(mine.class.staff).toEqual([]);
    const hers = await copy(c.teacher);
    expect(hers.class.staff).toMatchObject([{ name: '李素梅', checkPassedOn: c.today }]);
    expect(hers.class.handOvers).toEqual([]);
    expect(await copy(c.outsider)).toEqual({
      class: { absences: [], handOvers: [], looks: [], incidents: [], notes: [], staff: [] },
    });
  });

  it('goes at its time: codes the next night, pictures and names the set days after the class', async () => {
    await lived();
    const expire = () => transaction(scene(), (tx) => personalData.expire(tx));
    await expire();
    expect(await counts()).toEqual({ codes: 1, photos: 1, names: 1 });
    await sqlAsOwner()`update pick_up_codes set on_day = on_day - 1`;
    await past(29);
    await expire();
    expect(await counts()).toEqual({ codes: 0, photos: 1, names: 1 });
    await past(31);
    await expire();
    expect(await counts()).toEqual({ codes: 0, photos: 0, names: 0 });
    expect(await sqlAsOwner()`select outcome from child_hand_overs`).toEqual([
      { outcome: 'released' },
    ]);
  });

  it('goes with the account once the class is over, and not a day before', async () => {
    await lived();
    const erase = () => transaction(scene(), (tx) => personalData.erase(tx, personOf(c.mother)));
    expect(await erase()).toBe(0);
    await past(1);
    expect(await erase()).toBe(2);
    expect(await counts()).toMatchObject({ codes: 0, photos: 0 });
    const teacher = () => transaction(scene(), (tx) => personalData.erase(tx, personOf(c.teacher)));
    expect(await teacher()).toBe(1);
    expect(await sqlAsOwner()`select name, phone_tail from class_staff`).toEqual([
      { name: '已删除', phone_tail: '' },
    ]);
    expect(await teacher()).toBe(0);
  });
});
