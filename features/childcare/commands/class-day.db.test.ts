import { beforeEach, describe, expect, it } from 'vitest';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { recordExportLooks } from '@/features/family/steps/record-child-looks';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { Forbidden, NotFound } from '@/lib/errors';
import { transaction } from '@/lib/transaction';
import { personalData } from '../personal-data';
import { getChildRecord } from '../queries/child-record';
import { personKeyOf } from '../queries/class-child';
import { getClassDay } from '../queries/class-day';
import { getGuardianClass } from '../queries/guardian-class';
import { addClassStaff } from './add-staff';
import { announceAbsence } from './announce-absence';
import { aClass, almostReady, type Class, grandmother, ready } from './class-day.test-helpers';
import { handOver } from './hand-over';
import { makePickUpCode } from './make-pick-up-code';
import { openClass } from './open-class';
import { recordCheck } from './record-check';
import { recordIncident } from './record-incident';
import { revealHealth } from './reveal-health';
import { savePickUpList } from './save-pick-up-list';
import { signInChild } from './sign-in';
import { watchClasses } from './watch-classes';

let c: Class;
beforeEach(async () => {
  await resetDb();
  c = await aClass();
});

const child = () => ({ sessionId: c.sessionId, bookingId: c.bookingId });
const person = (who: string) => handOver(c.teacher, { by: 'person', ...child(), who });
const withCode = (code: string) => handOver(c.teacher, { by: 'code', ...child(), code });
const codeNow = async () => (await getGuardianClass(c.mother, c.bookingId)).code?.code ?? '';
const refusals = () =>
  sqlAsOwner()`select reason, by from child_hand_overs where outcome = 'refused' order by at`;
const noticesLike = (key: string) =>
  sqlAsOwner()`select account_id from notices where dedupe_key like ${`%${key}%`}`;

describe('a class', () => {
  it('does not open while somebody lacks a check, and nobody is signed in', async () => {
    await almostReady(c);
    expect(await openClass(c.officer, c)).toMatchObject({
      ok: false,
      reason: 'not_ready',
      detail: { text: '缺 1 人犯罪记录查询' },
    });
    await expect(signInChild(c.officer, child())).rejects.toThrow(Forbidden);
    const past = sqlAsOwner()`insert into class_openings (session_id, organiser_id, opened_at)
      select ${c.sessionId}, organiser_id, now() from class_staff`;
    await expect(past).rejects.toThrow('every check');
  });

  it('opens with everything there, once, with a line in the ledger', async () => {
    await ready(c);
    expect(await openClass(c.officer, c)).toMatchObject({ reason: 'class_open' });
    expect(
      await sqlAsOwner()`select 1 from audit_entries where action = 'open_class'`,
    ).toHaveLength(1);
  });

  it('takes no child in on a new day once somebody lacks a check, and alarms its organiser', async () => {
    await ready(c);
    const volunteer = { name: '周志强', role: 'volunteer', phone: '13911110009' } as const;
    await addClassStaff(c.officer, { sessionId: c.sessionId, ...volunteer });
    expect(await signInChild(c.teacher, child())).toMatchObject({ reason: 'class_closed' });
    expect((await watchClasses(makeCtx(system()))).alarmed).toBe(1);
    expect(await noticesLike(':alarm')).toHaveLength(1);
  });

  it('keeps of a check its date, number and end, and refuses one that is over', async () => {
    const staffId = await almostReady(c);
    const old = await recordCheck(c.officer, { staffId, passedOn: '2020-01-01', reference: '1' });
    expect(old).toMatchObject({ reason: 'too_old' });
    await expect(
      recordCheck(c.stranger, { staffId, passedOn: c.today, reference: '1' }),
    ).rejects.toThrow(NotFound);
  });

  it('is run by assigned staff and the organiser; for others it does not exist', async () => {
    await almostReady(c);
    await expect(getClassDay(c.teacher, c.sessionId)).rejects.toThrow(NotFound);
    const [row] = await sqlAsOwner()<{ id: string }[]>`select id from class_staff`;
    await recordCheck(c.officer, { staffId: row?.id ?? '', passedOn: c.today, reference: '1' });
    expect((await getClassDay(c.teacher, c.sessionId)).role).toBe('带班老师');
    for (const who of [c.stranger, c.outsider, c.mother]) {
      await expect(getClassDay(who, c.sessionId)).rejects.toThrow(NotFound);
      await expect(getChildRecord(who, c.sessionId, c.bookingId)).rejects.toThrow(NotFound);
    }
  });
});

describe('a child', () => {
  beforeEach(async () => {
    await ready(c);
  });
  const arrive = () => signInChild(c.teacher, child());

  it('is signed in once', async () => {
    expect(await arrive()).toMatchObject({ ok: true });
    expect(await arrive()).toMatchObject({ reason: 'already_in' });
  });

  it('goes with a listed person; both guardians are told', async () => {
    await arrive();
    expect(await person(`listed:${personKeyOf(grandmother.phone)}`)).toMatchObject({ ok: true });
    expect(await noticesLike('class_out')).toHaveLength(2);
    const view = await getGuardianClass(c.father, c.bookingId);
    expect(view.day.handedOver?.to).toBe('外婆王秀英');
    expect(await person(`listed:${personKeyOf(grandmother.phone)}`)).toMatchObject({
      reason: 'already_out',
    });
  });

  it('does not go with a stranger; it is on record and both guardians are told', async () => {
    await arrive();
    const refused = await handOver(c.teacher, { by: 'stranger', ...child(), stranger: '自称叔叔' });
    expect(refused).toMatchObject({ reason: 'stranger' });
    expect(await person(`listed:${personKeyOf('13911119999')}`)).toMatchObject({
      reason: 'not_listed',
    });
    expect(await refusals()).toHaveLength(2);
    expect(await noticesLike('class_refused')).toHaveLength(4);
    expect((await getGuardianClass(c.mother, c.bookingId)).day.handedOver).toBeNull();
  });

  it('goes for the one-day code once; a wrong, a replaced and a used one do not count', async () => {
    await arrive();
    expect(await withCode('123456')).toMatchObject({ reason: 'code_none' });
    await makePickUpCode(c.mother, { bookingId: c.bookingId, bearer: '张伟' });
    const first = await codeNow();
    const wrong = first === '000000' ? '000001' : '000000';
    expect(await withCode(wrong)).toMatchObject({ reason: 'code_wrong', detail: { left: 4 } });
    await makePickUpCode(c.father, { bookingId: c.bookingId, bearer: '张伟' });
    const second = await codeNow();
    if (first !== second) expect(await withCode(first)).toMatchObject({ reason: 'code_replaced' });
    expect(await withCode(second)).toMatchObject({ ok: true });
    expect((await getGuardianClass(c.mother, c.bookingId)).day.handedOver?.to).toContain('张伟');
    expect(await sqlAsOwner()`select 1 from check_ins where kind = 'out'`).toHaveLength(1);
  });

  it('does not go for yesterday’s code', async () => {
    await arrive();
    await makePickUpCode(c.mother, { bookingId: c.bookingId, bearer: '张伟' });
    const code = await codeNow();
    await sqlAsOwner()`update pick_up_codes set on_day = on_day - 1`;
    expect(await withCode(code)).toMatchObject({ reason: 'code_other_day' });
  });

  it('goes once when two hand it over at the same moment', async () => {
    await arrive();
    const who = `listed:${personKeyOf(grandmother.phone)}`;
    const both = await Promise.all([person(who), person(who)]);
    expect(both.filter((done) => done.ok)).toHaveLength(1);
  });

  it('is missed once: its guardians are told a single time, not when it was excused', async () => {
    await sqlAsOwner()`insert into settings (key, value) values ('childcare_absence_minutes', '0')`;
    const runs = await Promise.all([1, 2].map(() => watchClasses(makeCtx(system()))));
    await watchClasses(makeCtx(system()));
    expect(runs.reduce((sum, run) => sum + run.notified, 0)).toBe(1);
    expect(await noticesLike('class_absence')).toHaveLength(2);
  });

  it('is not missed when a guardian excused it', async () => {
    await sqlAsOwner()`insert into settings (key, value) values ('childcare_absence_minutes', '0')`;
    const said = { bookingId: c.bookingId, on: c.today, withdraw: false };
    expect(await announceAbsence(c.father, said)).toMatchObject({ ok: true });
    expect((await watchClasses(makeCtx(system()))).notified).toBe(0);
    await expect(announceAbsence(c.outsider, said)).rejects.toThrow(NotFound);
  });

  it('has its looks on record, and both guardians read them', async () => {
    await getChildRecord(c.teacher, c.sessionId, c.bookingId);
    const notes = await revealHealth(c.teacher, child());
    expect(notes).toMatchObject({ ok: true, value: { notes: '花生过敏' } });
    for (const guardian of [c.mother, c.father]) {
      const { looks } = await getGuardianClass(guardian, c.bookingId);
      expect(looks.map((look) => [look.who, look.role, look.what])).toEqual([
        ['李素梅', '带班老师', 'health'],
        ['李素梅', '带班老师', 'pick_up'],
      ]);
    }
    await expect(getGuardianClass(c.outsider, c.bookingId)).rejects.toThrow(NotFound);
    await expect(getGuardianClass(c.officer, c.bookingId)).rejects.toThrow(NotFound);
  });

  it('has a whole roll that leaves the portal among its looks', async () => {
    await transaction(c.officer, (tx) => recordExportLooks(tx, c.sessionId, '甲街道总工会'));
    const { looks } = await getGuardianClass(c.mother, c.bookingId);
    expect(looks.map((look) => look.what)).toEqual(['export']);
  });

  it('forgets incidents, names and pictures when the class is long over', async () => {
    await arrive();
    await handOver(c.teacher, { by: 'stranger', ...child(), stranger: '自称叔叔' });
    await sqlAsOwner()`update offering_sessions set starts_at = now() - interval '60 days',
      ends_at = now() - interval '40 days' where id = ${c.sessionId}`;
    expect(await transaction(makeCtx(system()), (tx) => personalData.expire(tx))).toBe(1);
    expect(
      await sqlAsOwner()`select 1 from child_hand_overs where person_sealed is not null`,
    ).toHaveLength(0);
  });

  it('has its incidents told and read; a line is corrected by another, never changed', async () => {
    const line = {
      ...child(),
      on: c.today,
      time: '00:00',
      what: '手指蹭破皮',
      action: '消毒',
      told: null,
      corrects: null,
    };
    expect(await recordIncident(c.teacher, line)).toMatchObject({ ok: true });
    const [row] = await sqlAsOwner()<{ id: string }[]>`select id from class_incidents`;
    await recordIncident(c.teacher, { ...line, what: '是左手', corrects: row?.id ?? null });
    const { incidents } = await getGuardianClass(c.father, c.bookingId);
    expect(incidents.map((i) => [i.line.what, i.corrections.map((l) => l.what)])).toEqual([
      ['手指蹭破皮', ['是左手']],
    ]);
    expect(await noticesLike('class_incident')).toHaveLength(4);
  });

  it('keeps its pick-up list while the class is on', async () => {
    const none = { name: null, relation: null, phone: null, photo: null };
    const [a, b, d] = [none, none, none];
    const typed = {
      bookingId: c.bookingId,
      consent: 'yes' as const,
      ...{ name1: a.name, relation1: a.relation, phone1: a.phone, photo1: a.photo },
      ...{ name2: b.name, relation2: b.relation, phone2: b.phone, photo2: b.photo },
      ...{ name3: d.name, relation3: d.relation, phone3: d.phone, photo3: d.photo },
    };
    expect(await savePickUpList(c.mother, typed)).toMatchObject({ reason: 'pick_up_closed' });
    // Tomorrow's class has not begun: the list may change, and the other guardian hears of it.
    await sqlAsOwner()`update offering_sessions set starts_at = now() + interval '1 day',
      ends_at = now() + interval '25 hours', details = '{}' where id = ${c.sessionId}`;
    const uncle = { ...typed, name1: '陈大海', relation1: '舅舅', phone1: '13911110003' };
    expect(await savePickUpList(c.mother, { ...uncle, photo1: 'AAAA' })).toMatchObject({
      ok: true,
    });
    expect(await sqlAsOwner()`select 1 from pick_up_photos`).toHaveLength(1);
    expect(await noticesLike('pick_up:')).toHaveLength(1);
    // The history says that it changed, and names nobody.
    const lines = await sqlAsOwner()`select actor_label, note from booking_events
      where booking_id = ${c.bookingId} and type = 'pick_up_changed'`;
    expect(lines).toEqual([{ actor_label: '家长', note: '现有 1 人' }]);
    await savePickUpList(c.mother, typed);
    expect(await sqlAsOwner()`select 1 from pick_up_photos`).toHaveLength(0);
  });
});
