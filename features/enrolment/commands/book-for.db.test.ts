import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aChild } from '@/db/factories/family';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { raceAt } from '@/db/testing/waits';
import { offerPlace } from '@/features/places/commands/offer-place';
import { overridePlace } from '@/features/places/commands/override-place';
import { reservePlace } from '@/features/places/commands/reserve-place';
import { reservePlaceInput } from '@/features/places/schema/reservations';
import { addQuestion } from '@/features/questions/commands/add-question';
import { addQuestionInput } from '@/features/questions/schema/manage-question';
import { phoneTicket } from '@/lib/auth/phone-ticket';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { addDays, todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { outboxBody } from '@/lib/messaging/outbox';
import { book, counters, type Scene, scene, who } from '../offers.test-helpers';
import { readBookForScreen } from '../queries/book-for-screen';
import { bookForInput } from '../schema/book-for';
import { bookFor } from './book-for';
import { approveBooking } from './decide-bookings';
import { findForBooking } from './find-for-booking';

beforeEach(resetDb);

const atDesk = (ctx: Ctx): Ctx => ({
  ...ctx,
  client: { browser: 'desk-1', address: '203.0.113.7', device: '测试' },
});
const phoneOf = (h: Scene, n: number) => h.members[n]?.phone ?? '';
const parse = (ctx: Ctx, h: Scene, n: number, more: Record<string, unknown>) =>
  bookForInput.parse({
    ...{ offeringId: h.offering.id, sessionId: h.session.id, who: 'self' },
    ...{ to: phoneTicket(ctx, phoneOf(h, n)), proof: 'reason', reason: '来电，核对了证件后四位' },
    ...more,
  });
const enter = (h: Scene, n: number, more: Record<string, unknown> = {}, ctx = atDesk(h.me)) =>
  bookFor(ctx, parse(ctx, h, n, more));

async function codeSent(): Promise<string> {
  const [row] =
    await sqlAsOwner()`select id, body_sealed from outbox where template = 'login_code'`;
  const body = openField(row?.body_sealed, outboxBody(row?.id));
  return /\d{6}/.exec(body)?.[0] ?? '';
}

describe('代办 of a booking', () => {
  it('by telephone takes a place, says so in history, ledger and a text to the person', async () => {
    const h = await scene(1, 2);
    const made = await enter(h, 0);
    expect(made).toMatchObject({ ok: true });
    const [row] = await sqlAsOwner()`select status, entered_by, account_id from bookings`;
    expect(row).toMatchObject({ status: 'booked', account_id: h.members[0]?.accountId });
    expect(row?.entered_by).not.toBeNull();
    const [event] = await sqlAsOwner()`select type, actor_label, note from booking_events`;
    expect(event).toMatchObject({
      ...{ type: 'made_for', actor_label: expect.stringContaining('代办') },
      note: '来电，核对了证件后四位',
    });
    const audits =
      await sqlAsOwner()`select actor_label, after, reason from audit_entries where action in ('book_for', 'book_place')`;
    expect(audits).toMatchObject([
      { after: { channel: '代办', proof: 'reason' }, reason: '来电，核对了证件后四位' },
    ]);
    const texts = await sqlAsOwner()`select 1 from outbox where template = 'booking_booked_for'`;
    expect(texts).toHaveLength(1);
    expect(await counters(h)).toMatchObject({ taken: 1 });
    expect(await enter(h, 1)).toMatchObject({ ok: true });
    expect(await counters(h)).toMatchObject({ taken: 1, waiting: 1 });
  });

  it('at the counter rests on the code of their phone, used once', async () => {
    const h = await scene(3, 1);
    const ctx = atDesk(h.me);
    const asked = { offeringId: h.offering.id, phone: phoneOf(h, 0), proof: 'code' as const };
    expect(await findForBooking(ctx, asked)).toMatchObject({ value: { proof: 'code' } });
    const code = await codeSent();
    const wrong = code === '000000' ? '111111' : '000000';
    expect(await enter(h, 0, { proof: 'code', code: wrong })).toMatchObject({
      reason: 'code_wrong',
    });
    expect(await enter(h, 0, { proof: 'code', code })).toMatchObject({ ok: true });
    expect(await enter(h, 0, { proof: 'code', code })).toMatchObject({ reason: 'code_used' });
    const [event] = await sqlAsOwner()`select note from booking_events`;
    expect(event?.note).toBe('本人验证码确认');
    expect(bookForInput.safeParse({ ...asked, proof: 'reason' }).success).toBe(false);
  });

  it('is judged by the conditions and limits of the person, told without what they have elsewhere', async () => {
    const h = await scene(3, 1, { rules: { ageMin: 90 } });
    expect(await enter(h, 0)).toMatchObject({ reason: 'ineligible', detail: { rule: 'age' } });
    const twice = await scene(3, 1);
    await book(twice, 0);
    expect(await enter(twice, 0)).toMatchObject({ reason: 'already_booked', detail: { note: '' } });
    expect(await counters(twice)).toMatchObject({ taken: 1 });
  });

  it('asks what their own booking asks, and keeps the answers with it', async () => {
    const h = await scene(3, 1);
    const given = { offeringId: h.offering.id, type: 'text', label: '紧急联系人' };
    const added = await addQuestion(
      h.plain,
      addQuestionInput.parse({ ...given, keptDays: '30', required: 'yes' }),
    );
    if (!added.ok) throw new Error(added.reason);
    const id = added.value.questionId;
    const [form] = await sqlAsOwner()`select version from question_forms`;
    const asked = { formVersion: String(form?.version) };
    expect(await enter(h, 0, asked)).toMatchObject({ reason: 'to_correct' });
    expect(await counters(h)).toMatchObject({ taken: 0 });
    expect(await enter(h, 0, { ...asked, [`q-${id}`]: '陈一舟' })).toMatchObject({ ok: true });
    const sheets =
      await sqlAsOwner()`select account_id from answer_sheets where booking_id is not null`;
    expect(sheets).toEqual([{ account_id: h.members[0]?.accountId }]);
  });

  it('finds nobody by a strange number or page, and no stranger’s child', async () => {
    const h = await scene(3, 1);
    const ctx = atDesk(h.me);
    const strange = bookForInput.parse({ ...rawOf(h), to: phoneTicket(ctx, '13800000000') });
    expect(await bookFor(ctx, strange)).toMatchObject({ reason: 'nobody' });
    const forged = bookForInput.parse({ ...rawOf(h), to: 'forged' });
    expect(await bookFor(ctx, forged)).toMatchObject({ reason: 'stale_page' });
    const { child } = await arrange(async (tx) => {
      const parent = await aMember(tx, { organisationId: h.tree.union.id });
      return { child: await aChild(tx, { guardians: [parent] }) };
    });
    await expect(enter(h, 0, { who: child.childId })).rejects.toThrow(NotFound);
  });

  it('is not for who decides nothing there, nor for the officer’s own, and its maker does not approve it', async () => {
    const h = await scene(3, 1, { needsApproval: true });
    const viewer = await arrange((tx) => anOfficer(tx, 'viewer', h.tree.union.id));
    await expect(enter(h, 0, {}, atDesk(as(viewer.actor)))).rejects.toThrow(NotFound);
    await expect(enter(h, 0, {}, atDesk(who(h, 0)))).rejects.toThrow(NotFound);
    const self = h.members[0];
    if (!self) throw new Error('no member');
    const own = actorOf(self, { role: 'economy_officer', organisationId: h.tree.union.id });
    expect(await enter(h, 0, {}, atDesk(as(own)))).toMatchObject({ reason: 'own_case' });
    const made = await enter(h, 0);
    if (!made.ok) throw new Error(made.reason);
    const decision = { bookingId: made.value.bookingId, version: 1 };
    expect(await approveBooking(h.me, decision)).toMatchObject({ reason: 'own_entry' });
    expect(await approveBooking(h.plain, decision)).toMatchObject({ ok: true });
  });

  it('that waits gets no place out of turn from its maker', async () => {
    const h = await scene(1, 2);
    const special = await arrange((tx) => anOfficer(tx, 'economy_officer', h.tree.district.id));
    const maker = atDesk(as(special.actor));
    await book(h, 0);
    const made = await enter(h, 1, {}, maker);
    if (!made.ok) throw new Error(made.reason);
    const given = { bookingId: made.value.bookingId, version: 1, reason: '特殊困难' };
    expect(await overridePlace(maker, given)).toMatchObject({ reason: 'own_entry' });
    await sqlAsOwner()`update session_capacity set capacity = 2`;
    expect(await offerPlace(maker, given)).toMatchObject({ reason: 'own_entry' });
    expect(await offerPlace(h.me, given)).toMatchObject({ ok: true });
  });

  it('shows masked names only, and each look is on record', async () => {
    const h = await scene(3, 1);
    const ctx = atDesk(h.me);
    const screen = await readBookForScreen(ctx, h.offering.id, phoneTicket(ctx, phoneOf(h, 0)));
    expect(screen?.attendees).toEqual([{ value: 'self', label: expect.stringContaining('*') }]);
    const looks =
      await sqlAsOwner()`select 1 from audit_entries where action = 'view_family_by_phone'`;
    expect(looks).toHaveLength(1);
    expect(await readBookForScreen(ctx, h.offering.id, 'forged')).toBeNull();
  });

  it('gives a place reserved for a purpose, as long as it is there', async () => {
    const h = await scene(1, 3);
    const until = `${addDays(todayOn(new Date()), 5)}T12:00`;
    const given = { sessionId: h.session.id, purpose: '困难职工', places: '1', until };
    await reservePlace(h.plain, reservePlaceInput.parse(given));
    const waits = await book(h, 0);
    const [kept] = await sqlAsOwner()`select id from carve_outs`;
    expect(await enter(h, 1, { carveOutId: kept?.id })).toMatchObject({ ok: true });
    expect(await counters(h)).toMatchObject({ taken: 1, reserved: 0, waiting: 1 });
    expect(await enter(h, 2, { carveOutId: kept?.id })).toMatchObject({ reason: 'reserved_gone' });
    const [row] = await sqlAsOwner()`select status from bookings where id = ${waits}`;
    expect(row?.status).toBe('waitlisted');
  });
});

const rawOf = (h: Scene) => ({
  ...{ offeringId: h.offering.id, sessionId: h.session.id, who: 'self' },
  ...{ proof: 'reason', reason: '来电' },
});

describe('代办 and a booking at the same instant', () => {
  const both = async () => {
    const h = await scene(1, 2);
    await raceAt(
      'book:locked',
      () => enter(h, 0),
      () => book(h, 1),
    );
    const [seen] =
      await sqlAsOwner()`select count(*)::int as n from bookings where status = 'booked'`;
    return { h, booked: seen?.n as number };
  };

  it('one has the last place, the other waits', async () => {
    const { h, booked } = await both();
    expect(booked).toBe(1);
    expect(await counters(h)).toMatchObject({ taken: 1, waiting: 1 });
  });

  it('both would have it without the lock (control)', async () => {
    process.env.TEST_WITHOUT_LOCK = '1';
    try {
      expect((await both()).booked).toBe(2);
    } finally {
      delete process.env.TEST_WITHOUT_LOCK;
    }
  });
});
