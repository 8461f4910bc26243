import { beforeEach, describe, expect, it } from 'vitest';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { transaction } from '@/lib/transaction';
import { personalData } from '../personal-data';
import { getChildRecord } from '../queries/child-record';
import { personKeyOf } from '../queries/class-child';
import { getClassDay } from '../queries/class-day';
import { getGuardianClass, getPickUpList } from '../queries/guardian-class';
import { dayState } from '../rules/class-day';
import { addClassStaff } from './add-staff';
import { announceAbsence } from './announce-absence';
import {
  aClass,
  almostReady,
  anotherChild,
  type Class,
  grandmother,
} from './class-day.test-helpers';
import { handOver } from './hand-over';
import { makePickUpCode } from './make-pick-up-code';
import { openClass } from './open-class';
import { recordCheck } from './record-check';
import { recordIncident } from './record-incident';
import { revealHealth } from './reveal-health';
import { savePickUpList } from './save-pick-up-list';
import { signInChild } from './sign-in';
import { undoSignIn } from './undo-sign-in';

let c: Class;
let staffId: string;
beforeEach(async () => {
  await resetDb();
  c = await aClass();
  staffId = await almostReady(c);
  await recordCheck(c.officer, { staffId, passedOn: c.today, reference: '港南查1号' });
});
const open = () => openClass(c.officer, { sessionId: c.sessionId });
const child = (bookingId = c.bookingId) => ({ sessionId: c.sessionId, bookingId });
const arrive = (bookingId = c.bookingId) => signInChild(c.teacher, child(bookingId));
const listed = (bookingId = c.bookingId) =>
  handOver(c.teacher, {
    by: 'person',
    ...child(bookingId),
    who: `listed:${personKeyOf(grandmother.phone)}`,
  });
const idOf = (who: Class['mother']) => (who.actor.kind === 'account' ? who.actor.accountId : '');
const personOf = (who: Class['mother']) =>
  who.actor.kind === 'account' ? (who.actor.personId ?? '') : '';
const noPhotos = { photo1: null, photo2: null, photo3: null };
const list = (people: Record<string, string | null>) => ({
  bookingId: c.bookingId,
  consent: 'yes' as const,
  ...{ name1: null, relation1: null, phone1: null },
  ...{ name2: null, relation2: null, phone2: null },
  ...{ name3: null, relation3: null, phone3: null },
  ...noPhotos,
  ...people,
});

describe('a class whose staff are all checked', () => {
  it('takes nobody in before somebody has pressed 开班', async () => {
    expect(await arrive()).toEqual({ ok: false, reason: 'class_closed' });
    await open();
    expect(await arrive()).toMatchObject({ ok: true });
  });

  it('goes on with a day that has begun, though somebody without a check was added since', async () => {
    await open();
    const late = await anotherChild(c);
    await arrive();
    const volunteer = { name: '周志强', role: 'volunteer', phone: '13911110009' } as const;
    await addClassStaff(c.officer, { sessionId: c.sessionId, ...volunteer });
    expect(await getClassDay(c.teacher, c.sessionId)).toMatchObject({
      hasBegun: true,
      gaps: ['缺 1 人犯罪记录查询'],
    });
    expect(await arrive(late.bookingId)).toMatchObject({ ok: true });
    expect(await listed()).toMatchObject({ ok: true });
  });

  it('is shut to a teacher whose account was stopped, and to one who has another number now', async () => {
    await open();
    const phone = () => sqlAsOwner()<{ phone_index: string }[]>`
      select phone_index from accounts where id = ${idOf(c.teacher)}`;
    const [before] = await phone();
    await sqlAsOwner()`update accounts set phone_index = 'another' where id = ${idOf(c.teacher)}`;
    await expect(arrive()).rejects.toThrow(NotFound);
    await sqlAsOwner()`update accounts set phone_index = ${before?.phone_index ?? ''},
      disabled_at = now(), disabled_reason = '离任' where id = ${idOf(c.teacher)}`;
    await expect(getChildRecord(c.teacher, c.sessionId, c.bookingId)).rejects.toThrow(NotFound);
    await sqlAsOwner()`update accounts set disabled_at = null where id = ${idOf(c.teacher)}`;
    expect(await arrive()).toMatchObject({ ok: true });
  });
});

describe('the door of an open class', () => {
  beforeEach(async () => {
    await open();
  });

  it('lets nobody go with a person whom the guardians have taken off the list since', async () => {
    await sqlAsOwner()`update offering_sessions set details = jsonb_build_object('off',
      jsonb_build_array(${c.today}::text)) where id = ${c.sessionId}`;
    const uncle = { name1: '陈大海', relation1: '舅舅', phone1: '13911110003' };
    expect(await savePickUpList(c.mother, list(uncle))).toMatchObject({ ok: true });
    await sqlAsOwner()`update offering_sessions set details = '{}' where id = ${c.sessionId}`;
    await arrive();
    expect(await listed()).toMatchObject({ reason: 'not_listed' });
    const who = `listed:${personKeyOf('13911110003')}`;
    expect(await handOver(c.teacher, { by: 'person', ...child(), who })).toMatchObject({
      ok: true,
    });
  });

  it('lets no child go for the code of another, nor with the person of another’s list', async () => {
    const other = await anotherChild(c);
    await arrive(other.bookingId);
    await makePickUpCode(c.mother, { bookingId: c.bookingId, bearer: '张伟' });
    const code = (await getGuardianClass(c.mother, c.bookingId)).code?.code ?? '';
    const said = await handOver(c.teacher, { by: 'code', ...child(other.bookingId), code });
    expect(said).toMatchObject({ reason: 'code_none' });
    expect(await listed(other.bookingId)).toMatchObject({ reason: 'not_listed' });
    // The code is still good for the child it was made for.
    await arrive();
    expect(await handOver(c.teacher, { by: 'code', ...child(), code })).toMatchObject({ ok: true });
  });

  it('knows a child by its day: who was in yesterday is not handed over today', async () => {
    await sqlAsOwner()`insert into check_ins (id, booking_id, session_id, meeting_on, kind, at, way)
      select gen_random_uuid(), id, session_id, ${c.today}::date - 1, 'in', now() - interval '1 day',
        'roll' from bookings`;
    expect(await listed()).toMatchObject({ reason: 'not_in' });
    expect(await undoSignIn(c.teacher, child())).toMatchObject({ reason: 'not_in' });
    expect(await arrive()).toMatchObject({ ok: true });
  });

  it('writes down who refused whom and why, sealed, and in the ledger without a name', async () => {
    await arrive();
    await handOver(c.teacher, { by: 'stranger', ...child(), stranger: '自称叔叔' });
    await handOver(c.teacher, { by: 'code', ...child(), code: '000000' });
    const lines =
      await sqlAsOwner()`select outcome, by, reason, staff_label, person_sealed is null as nameless
      from child_hand_overs order by at`;
    expect(lines).toEqual([
      {
        outcome: 'refused',
        by: 'stranger',
        reason: 'stranger',
        staff_label: '李素梅',
        nameless: false,
      },
      {
        outcome: 'refused',
        by: 'code',
        reason: 'code_none',
        staff_label: '李素梅',
        nameless: true,
      },
    ]);
    const ledger =
      await sqlAsOwner()`select after from audit_entries where action = 'refuse_hand_over'
      order by id`;
    expect(ledger.map(({ after }) => after)).toEqual([
      { by: 'stranger', on: c.today, refused: 'stranger' },
      { by: 'code', on: c.today, refused: 'code_none' },
    ]);
  });
});

describe('what a guardian reads', () => {
  beforeEach(async () => {
    await open();
  });

  it('lists days announced ahead, and neither those that are past nor one they were told of', async () => {
    await sqlAsOwner()`insert into class_absences
      (booking_id, on_day, session_id, organiser_id, child_id, announced_at, told_at)
      select b.id, ${c.today}::date + d.n, session_id, organiser_id, child_id,
        case when d.n = 1 then null else now() end, case when d.n = 1 then now() end
      from bookings b, (values (-1), (0), (1), (2)) d(n)`;
    const [two] = await sqlAsOwner()<{ on: string }[]>`select (${c.today}::date + 2)::text as on`;
    const { absences } = await getGuardianClass(c.mother, c.bookingId);
    expect(absences).toEqual([c.today, two?.on]);
  });

  it('says that a child is away once a guardian says so, also after they were told that it is missing', async () => {
    await sqlAsOwner()`insert into class_absences
      (booking_id, on_day, session_id, organiser_id, child_id, told_at)
      select id, ${c.today}::date, session_id, organiser_id, child_id, now() from bookings`;
    const said = { bookingId: c.bookingId, on: c.today, withdraw: false };
    expect(await announceAbsence(c.father, said)).toMatchObject({ ok: true });
    expect((await getGuardianClass(c.mother, c.bookingId)).day).toMatchObject({
      announced: true,
      toldAt: expect.any(Date),
    });
    const [line] = (await getClassDay(c.teacher, c.sessionId)).lines;
    expect(line && dayState(line.day)).toBe('absent');
  });

  it('says so too of a child that the organiser’s roll has excused', async () => {
    await sqlAsOwner()`insert into check_ins (id, booking_id, session_id, meeting_on, kind, at, way)
      select gen_random_uuid(), id, session_id, ${c.today}::date, 'excused', now(), 'roll'
      from bookings`;
    expect((await getGuardianClass(c.mother, c.bookingId)).day).toMatchObject({
      announced: true,
      signedInAt: null,
      toldAt: null,
    });
  });

  it('shows the last thirty looks, the newest first', async () => {
    for (let looks = 0; looks < 31; looks++) {
      await getChildRecord(c.teacher, c.sessionId, c.bookingId);
    }
    await revealHealth(c.teacher, child());
    const { looks } = await getGuardianClass(c.mother, c.bookingId);
    expect(looks).toHaveLength(30);
    expect(looks[0]?.what).toBe('health');
  });

  it('is nothing for a guardian who was invited and has not confirmed, nor once the place is gone', async () => {
    await sqlAsOwner()`update guardians set status = 'ended' where account_id = ${idOf(c.father)}`;
    await expect(getPickUpList(c.father, c.bookingId)).rejects.toThrow(NotFound);
    await sqlAsOwner()`update bookings set status = 'cancelled'`;
    await expect(getGuardianClass(c.mother, c.bookingId)).rejects.toThrow(NotFound);
    await expect(getPickUpList(c.mother, c.bookingId)).rejects.toThrow(NotFound);
  });

  it('is handed out on request with the days away and what happened, of their own child alone', async () => {
    const other = await anotherChild(c);
    const line = { on: c.today, time: '00:00', action: '消毒', told: null, corrects: null };
    await recordIncident(c.teacher, { ...child(), ...line, what: '手指蹭破皮' });
    await recordIncident(c.teacher, { ...child(other.bookingId), ...line, what: '流鼻血' });
    await sqlAsOwner()`insert into class_absences
      (booking_id, on_day, session_id, organiser_id, child_id, announced_at)
      select id, ${c.today}::date, session_id, organiser_id, child_id, now() from bookings`;
    const copy = await transaction(makeCtx(system()), (tx) =>
      personalData.export(tx, personOf(c.mother)),
    );
    expect(copy.class.absences).toMatchObject([{ on: c.today }]);
    expect(copy.class.incidents).toMatchObject([{ what: '手指蹭破皮', action: '消毒' }]);
  });
});

describe('a pick-up list', () => {
  const notYet =
    () => sqlAsOwner()`update offering_sessions set starts_at = now() + interval '1 day',
    ends_at = now() + interval '25 hours', details = '{}' where id = ${c.sessionId}`;

  it('that names one number twice is refused beside it, and the list stays', async () => {
    await notYet();
    const twice = { name1: '陈大海', relation1: '舅舅', phone1: '13911110003' };
    const again = { name2: '陈小海', relation2: '表哥', phone2: '13911110003' };
    expect(await savePickUpList(c.mother, list({ ...twice, ...again }))).toMatchObject({
      reason: 'incomplete',
      fieldErrors: { phone2: '这个手机号上面已经填过' },
    });
    expect((await getPickUpList(c.father, c.bookingId)).people).toMatchObject([grandmother]);
  });

  it('that changes is told to the other guardian alone, each time', async () => {
    await notYet();
    const uncle = { name1: '陈大海', relation1: '舅舅', phone1: '13911110003' };
    await savePickUpList(c.mother, list(uncle));
    await savePickUpList(c.father, list({}));
    const told = await sqlAsOwner()<{ account_id: string }[]>`
      select account_id from notices where dedupe_key like '%pick_up:%' order by created_at, id`;
    expect(told.map((one) => one.account_id)).toEqual([idOf(c.father), idOf(c.mother)]);
  });
});

describe('the incident log on the first day', () => {
  it('takes what happened from its first minute on, and nothing of the evening before', async () => {
    await open();
    const [day] = await sqlAsOwner()<{ first: string; eve: string }[]>`
      select (starts_at at time zone 'Asia/Shanghai')::date::text as first,
        ((starts_at at time zone 'Asia/Shanghai')::date - 1)::text as eve
      from offering_sessions where id = ${c.sessionId}`;
    const line = { what: '停电', action: '改到一楼', told: null, corrects: null, bookingId: null };
    const record = (on: string, time: string) =>
      recordIncident(c.officer, { sessionId: c.sessionId, on, time, ...line });
    expect(await record(day?.eve ?? '', '23:59')).toMatchObject({ reason: 'outside_class' });
    expect(await record(day?.first ?? '', '00:00')).toMatchObject({ ok: true });
  });
});
