import { beforeEach, describe, expect, it, test } from 'vitest';
import { anOfficer } from '@/db/factories/accounts';
import { arrange } from '@/db/factories/arrange';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { announceAbsence } from './announce-absence';
import { aClass, almostReady, anotherChild, type Class, ready } from './class-day.test-helpers';
import { recordCheck } from './record-check';
import { signInChild } from './sign-in';
import { watchClasses } from './watch-classes';

let c: Class;
beforeEach(async () => {
  await resetDb();
  c = await aClass();
});

const watch = () => watchClasses(makeCtx(system()));
const alarmed = () => sqlAsOwner()<{ account_id: string }[]>`
  select account_id from notices where title = '托管班今天不能签到' order by account_id`;
const notified = () => sqlAsOwner()<{ account_id: string; body: string; link: string }[]>`
  select account_id, body, link from notices where dedupe_key like '%class_absence:%'`;
const idOf = (who: Class['mother']) => (who.actor.kind === 'account' ? who.actor.accountId : '');

describe('a class that nobody has opened', () => {
  it('alarms its organiser once a day, however often the clock looks', async () => {
    await watch();
    await watch();
    expect(await alarmed()).toEqual([{ account_id: idOf(c.officer) }]);
  });

  test.each([
    ['was cancelled', () => sqlAsOwner()`update offering_sessions set cancelled_at = now()`],
    ['is over', () => sqlAsOwner()`update offering_sessions set ends_at = now()`],
    [
      'begins tomorrow',
      () => sqlAsOwner()`update offering_sessions set details = '{}',
        starts_at = (${c.today}::date + 1)::timestamp at time zone 'Asia/Shanghai'`,
    ],
    ['has no child', () => sqlAsOwner()`update bookings set status = 'cancelled'`],
    [
      'does not meet today',
      () => sqlAsOwner()`update offering_sessions set details = jsonb_build_object('off',
        jsonb_build_array(${c.today}::text))`,
    ],
    ['is no 托管班', () => sqlAsOwner()`update offerings set kind = 'training'`],
  ])('alarms nobody when it %s', async (_what, change) => {
    await change();
    expect(await watch()).toEqual({ alarmed: 0, notified: 0 });
    expect(await alarmed()).toEqual([]);
  });

  it('alarms the nearest who may staff it: the district only where the town has nobody', async () => {
    const district = await arrange((tx) =>
      anOfficer(tx, 'women_officer', c.place.tree.district.id),
    );
    await arrange((tx) => anOfficer(tx, 'economy_officer', c.place.tree.town.id));
    await watch();
    expect(await alarmed()).toEqual([{ account_id: idOf(c.officer) }]);
    await sqlAsOwner()`delete from notices`;
    await sqlAsOwner()`update accounts set disabled_at = now(), disabled_reason = '离任'
      where id = ${idOf(c.officer)}`;
    await watch();
    expect(await alarmed()).toEqual([{ account_id: district.accountId }]);
    await sqlAsOwner()`delete from notices`;
    await sqlAsOwner()`update role_grants set revoked_at = now() where account_id = ${district.accountId}`;
    await watch();
    expect(await alarmed()).toEqual([]);
  });

  it('is told everything that is missing, not that nobody pressed the button', async () => {
    await almostReady(c);
    await watch();
    const [notice] = await sqlAsOwner()<{ body: string }[]>`
      select body from notices where title = '托管班今天不能签到'`;
    expect(notice?.body).toContain('：缺 1 人犯罪记录查询。');
  });
});

describe('a class that is open', () => {
  beforeEach(async () => {
    await ready(c);
    await sqlAsOwner()`insert into settings (key, value) values ('childcare_absence_minutes', '5')`;
  });

  it('tells both guardians of a child that has not come, without a name or a place', async () => {
    expect(await watch()).toEqual({ alarmed: 0, notified: 1 });
    const notices = await notified();
    expect(new Set(notices.map((one) => one.account_id))).toEqual(
      new Set([idOf(c.mother), idOf(c.father)]),
    );
    for (const { body, link } of notices) {
      expect(body).toContain('的班 00:00 开始，还没有签到记录');
      expect(body).not.toMatch(/小禾|测试/);
      expect(link).toBe(`/me/bookings/${c.bookingId}/class`);
    }
    const entries = await sqlAsOwner()`
      select after from audit_entries where action = 'tell_class_absences'`;
    expect(entries).toEqual([{ after: { on: c.today, children: 1 } }]);
  });

  it('tells of those alone who have not come: who is in or excused alarms nobody', async () => {
    const [late, excused] = [await anotherChild(c), await anotherChild(c)];
    await signInChild(c.teacher, { sessionId: c.sessionId, bookingId: c.bookingId });
    await announceAbsence(excused.guardian, {
      bookingId: excused.bookingId,
      on: c.today,
      withdraw: false,
    });
    expect((await watch()).notified).toBe(1);
    expect((await notified()).map(({ link }) => link)).toEqual([
      `/me/bookings/${late.bookingId}/class`,
    ]);
  });

  it('tells nobody a second time, and leaves no second line in the ledger', async () => {
    await watch();
    expect(await watch()).toEqual({ alarmed: 0, notified: 0 });
    expect(await notified()).toHaveLength(2);
    expect(
      await sqlAsOwner()`select 1 from audit_entries where action = 'tell_class_absences'`,
    ).toHaveLength(1);
  });

  it('tells only the guardian who is left when the other has gone out of the family', async () => {
    await sqlAsOwner()`update guardians set status = 'ended' where account_id = ${idOf(c.father)}`;
    await watch();
    expect((await notified()).map((one) => one.account_id)).toEqual([idOf(c.mother)]);
  });

  it('alarms its organiser as well when a check has run out since, and still looks for children', async () => {
    await sqlAsOwner()`update class_staff set check_passed_on = check_passed_on - 400,
      check_valid_until = ${c.today}::date - 1`;
    expect(await watch()).toEqual({ alarmed: 1, notified: 1 });
  });
});

describe('a class whose only member of staff is checked later', () => {
  it('stops alarming once it is opened', async () => {
    const staffId = await almostReady(c);
    expect((await watch()).alarmed).toBe(1);
    await recordCheck(c.officer, { staffId, passedOn: c.today, reference: '1' });
    // Checked, but nobody has pressed 开班.
    expect((await watch()).alarmed).toBe(1);
    await sqlAsOwner()`insert into class_openings (session_id, organiser_id, opened_at)
      select session_id, organiser_id, now() from class_staff`;
    expect((await watch()).alarmed).toBe(0);
  });
});
