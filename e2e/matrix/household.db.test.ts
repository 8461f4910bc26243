import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, type MadeAccount } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aChild } from '@/db/factories/family';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { markRoll } from '@/features/attendance/commands/mark-roll';
import { bookingCalendar } from '@/features/bookings/queries/booking-calendar';
import { getMyBooking, listPast, listUpcoming } from '@/features/bookings/queries/my-bookings';
import { withdrawCorrection } from '@/features/corrections/commands/withdraw-correction';
import { getMyCorrection } from '@/features/corrections/queries/my-corrections';
import { answerSendBack } from '@/features/enrolment/commands/answer-send-back';
import { cancelBooking } from '@/features/enrolment/commands/cancel-booking';
import { rescheduleBooking } from '@/features/enrolment/commands/reschedule-booking';
import { getBookingCase } from '@/features/enrolment/queries/desk-case';
import { answerSendBackInput } from '@/features/enrolment/schema/booking';
import { comeOfAge } from '@/features/family/commands/come-of-age';
import { removeChild } from '@/features/family/commands/remove-child';
import { claimOffer } from '@/features/places/commands/claim-offer';
import { declineOffer } from '@/features/places/commands/decline-offer';
import { findOwnCase } from '@/features/ratings/queries/rated-case';
import { markAttendance } from '@/features/rolls/commands/mark-attendance';
import { rollLines } from '@/features/rolls/queries/roll-lines';
import { system } from '@/lib/actor';
import { type Ctx, makeCtx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { notify } from '@/lib/messaging/outbox';
import { notifyMany } from '@/lib/messaging/outbox-many';
import { read } from '@/lib/transaction';

import { deciding } from './deciding';
import { decidesAboutNobody } from './expectations/own-case';
import { aFamily, aFamilyCase, type Family, officer } from './family-case';
import { actionNames } from './inventory';

beforeEach(resetDb);

/** Where Z17 reads the whole list: refused for father and mother, on the first look. */
describe('an officer of the family decides nothing of it (Z17)', () => {
  it('every action decides about somebody or is known to decide about nobody', () => {
    const known = [...Object.keys(deciding), ...decidesAboutNobody].sort();
    expect(known).toEqual(actionNames().sort());
  });

  it('each deciding action refuses the applicant and the other guardian, and nobody else', async () => {
    const family = await aFamilyCase();
    const refused = /^(own_case|own_account)$/;
    for (const [name, decide] of Object.entries(deciding)) {
      for (const who of [family.mother, family.father]) {
        const reason = expect.stringMatching(refused);
        expect(await decide(officer(who, family), family), name).toMatchObject({ reason });
      }
    }
    for (const [name, decide] of Object.entries(deciding)) {
      const other = await decide(officer(family.stranger, family), family).catch((error) => error);
      expect(JSON.stringify(other), name).not.toMatch(/own_case|own_account/);
      expect(other, name).not.toBeInstanceOf(NotFound);
    }
  });

  it('a mark for all leaves the officer’s own out and reaches the others', async () => {
    const family = await aFamilyCase();
    const { lessons, hers, his, others } = family;
    const ctx = officer(family.father, family);
    const day = { sessionId: lessons.id, on: family.on };
    const undone = await markRoll(ctx, { ...day, to: 'none', bookingId: undefined });
    expect(undone).toMatchObject({ value: { marked: 0 } });
    const marked = await markRoll(ctx, { ...day, to: 'absent', bookingId: undefined });
    expect(marked).toMatchObject({ value: { marked: 1 } });
    const all = await markAttendance(ctx, { sessionId: lessons.id, to: 'absent' });
    expect(all).toMatchObject({ value: { marked: 1 } });
    const rows =
      await sqlAsOwner()`select id, status from bookings where session_id = ${lessons.id}`;
    expect(Object.fromEntries(rows.map((row) => [row.id, row.status]))).toEqual({
      [hers]: 'booked',
      [his]: 'booked',
      [others]: 'absent',
    });
  });
});

/** Whatever a guardian does about a child's booking, and reads of it. */
const acting: Record<string, (ctx: Ctx, f: Family) => Promise<unknown>> = {
  getMyBooking: (ctx, f) => getMyBooking(ctx, f.bookingId),
  bookingCalendar: (ctx, f) => bookingCalendar(ctx, f.bookingId, 'https://gh.example.cn'),
  answerSendBack: (ctx, f) =>
    answerSendBack(ctx, answerSendBackInput.parse({ bookingId: f.bookingId, answer: '已补' })),
  rescheduleBooking: (ctx, f) =>
    rescheduleBooking(ctx, { bookingId: f.bookingId, sessionId: f.session.id }),
  claimOffer: (ctx, f) => claimOffer(ctx, { bookingId: f.bookingId }),
  declineOffer: (ctx, f) => declineOffer(ctx, { bookingId: f.bookingId }),
  cancelBooking: (ctx, f) => cancelBooking(ctx, { bookingId: f.bookingId }),
  getMyCorrection: (ctx, f) => getMyCorrection(ctx, f.correctionId),
  withdrawCorrection: (ctx, f) => withdrawCorrection(ctx, { correctionId: f.correctionId }),
};
const statusOf = async (f: Family) => {
  const [row] = await sqlAsOwner()`
    select status, account_id from bookings where id = ${f.bookingId}`;
  return row;
};

/** Nothing of the child is there for this account, in no list and under no id. */
async function findsNothing(who: MadeAccount, f: Family): Promise<void> {
  const ctx = as(actorOf(who));
  for (const [name, act] of Object.entries(acting)) {
    await expect(act(ctx, f), name).rejects.toThrow(NotFound);
  }
  expect([await listUpcoming(ctx), await listPast(ctx)]).toEqual([[], []]);
  expect(await read(ctx, (tx) => findOwnCase(tx, 'booking', f.bookingId))).toBeNull();
}

describe('a guardian who has left (Z19)', () => {
  it('finds nothing of what they booked for the child; the other guardian goes on with it', async () => {
    const family = await aFamily();
    const { mother, father, child } = family;
    expect((await removeChild(as(actorOf(mother)), { childId: child.childId })).ok).toBe(true);
    await findsNothing(mother, family);
    expect(await statusOf(family)).toEqual({ status: 'pending', account_id: father.accountId });
    expect((await getMyBooking(as(actorOf(father)), family.bookingId)).id).toBe(family.bookingId);
    expect(await acting.cancelBooking?.(as(actorOf(father)), family)).toMatchObject({ ok: true });
  });
});

/** News of the child's booking, its rating and its appeal, as its officers and the worker send them. */
const sendNews = (f: Family) =>
  arrange(async (tx) => {
    const keys = [
      `booking:${f.bookingId}:9:approved`,
      `appeal:${f.bookingId}:1`,
      `questions:${f.bookingId}:2026-11-30`,
      `rate:booking:${f.bookingId}`,
    ];
    const { accountId } = f.mother;
    const sms = { template: 'booking_neutral', params: {}, text: '请登录查看' };
    const news = keys.map((dedupeKey) => ({
      accountId,
      title: '新进展',
      body: '',
      sms,
      dedupeKey,
    }));
    const [first, ...others] = news;
    if (first) await notify(tx, first);
    await notifyMany(tx, others);
  });
const notified = async () => {
  const rows = await sqlAsOwner()`select account_id from notices where title = '新进展'
    union all select account_id from outbox where template = 'booking_neutral'`;
  return [rows.length, ...new Set(rows.map((row) => row.account_id))];
};

describe('news of a child (Z19)', () => {
  it('goes to the guardian who stays, whichever part sends it to the one who left', async () => {
    const family = await aFamily();
    const { mother, father, child } = family;
    await sendNews(family);
    expect(await notified()).toEqual([8, mother.accountId]);
    await removeChild(as(actorOf(mother)), { childId: child.childId });
    const waiting = await sqlAsOwner()`select 1 from outbox where status = 'waiting'
      and account_id = ${mother.accountId} and template = 'booking_neutral'`;
    expect(waiting).toEqual([]);
    await sqlAsOwner()`delete from notices`;
    await sqlAsOwner()`delete from outbox`;
    await sendNews(family);
    expect(await notified()).toEqual([8, father.accountId]);
  });

  it('goes nowhere once the child is grown without an account, and the officer reads so', async () => {
    const family = await aFamily();
    const { child, stranger, district, session, bookingId } = family;
    const desk = as(actorOf(stranger, { role: 'women_officer', organisationId: district.id }));
    expect(await getBookingCase(desk, bookingId)).toMatchObject({ unreachable: false });
    await sqlAsOwner()`update children set came_of_age_at = now() where id = ${child.childId}`;
    await sqlAsOwner()`update guardians set status = 'ended', ended_at = now() where child_id = ${child.childId}`;
    await sendNews(family);
    expect(await notified()).toEqual([0]);
    expect(await getBookingCase(desk, bookingId)).toMatchObject({ unreachable: true });
    await sqlAsOwner()`update bookings set status = 'booked' where id = ${bookingId}`;
    const [line] = await read(desk, (tx) => rollLines(tx, session.id, true));
    expect(line).toMatchObject({ guardian: '通知不到人', phone: '' });
    const grown = await arrange((tx) =>
      aMember(tx, { organisationId: district.id, idNumber: child.idNumber }),
    );
    await sendNews(family);
    expect(await notified()).toEqual([8, grown.accountId]);
  });
});

describe('on the eighteenth birthday (Z19)', () => {
  const house = () => makeCtx(system('测试'));

  it('both guardians find nothing any more, and the grown person goes on with their own account', async () => {
    const family = await aFamily('2017-05-20');
    expect(await comeOfAge(house())).toBe(0);
    const { childId, idNumber } = family.child;
    const [grown] = await arrange(async (tx) => {
      // The birth date is sealed; a child entered with this one has come of age.
      const adult = await aChild(tx, {
        guardians: [],
        birthOn: '2000-01-01',
        schoolEntryYear: 2006,
      });
      const person = await aMember(tx, { organisationId: family.district.id, idNumber });
      return [{ adult, person }];
    });
    if (!grown) throw new Error('nobody');
    expect(await comeOfAge(house())).toBe(1);
    // The day has come for the family's own child as well.
    await sqlAsOwner()`update children set came_of_age_at = now() where id = ${childId}`;
    await sqlAsOwner()`update guardians set status = 'ended', ended_at = now() where child_id = ${childId}`;
    await findsNothing(family.mother, family);
    await findsNothing(family.father, family);
    const own = as(actorOf(grown.person));
    expect((await getMyBooking(own, family.bookingId)).id).toBe(family.bookingId);
    expect((await statusOf(family))?.account_id).toBe(grown.person.accountId);
  });
});
