import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, anAccount } from '@/db/factories/accounts';
import { arrange, as, keyed } from '@/db/factories/arrange';
import { aChild } from '@/db/factories/family';
import { anOffering, aSession } from '@/db/factories/offerings';
import { anOrganisation } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { anonymous } from '@/lib/actor';
import { Forbidden, NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { bookPlaceInput } from '../schema/booking';
import { bookPlace } from './book-place';

const given = (o: { id: string }, s: { id: string }, who = 'self', more = {}) =>
  bookPlaceInput.parse({ offeringId: o.id, sessionId: s.id, who, ...more });

async function aCourse(rules: Record<string, unknown> = {}, capacity = 2, more = {}) {
  return arrange(async (tx) => {
    const union = await anOrganisation(tx);
    const member = await aMember(tx, { organisationId: union.id, name: '黄丽' });
    const offering = await anOffering(tx, { organisationId: union.id, rules, ...more });
    const session = await aSession(tx, { offeringId: offering.id, capacity });
    return { union, member, offering, session };
  });
}

const rowsOf = async (table: string) => sqlAsOwner().unsafe(`select * from ${table}`);

beforeEach(resetDb);

describe('booking a place', () => {
  it('gives a place and leaves a row, a history row, an audit row and a notice', async () => {
    const { member, offering, session } = await aCourse();
    const result = await bookPlace(as(actorOf(member)), given(offering, session));
    expect(result).toMatchObject({ ok: true, value: { status: 'booked', position: 0 } });
    const [booking] = await rowsOf('bookings');
    expect(booking).toMatchObject({ status: 'booked', attendee_masked: '黄*', kind: 'training' });
    expect(booking?.number).toMatch(/^YY\d\d-\d{4}-\d{6}$/);
    const events = await rowsOf('booking_events');
    expect(events).toMatchObject([{ type: 'made', to_status: 'booked', actor_label: '本人' }]);
    const [audit] = await sqlAsOwner()`select * from audit_entries where action = 'book_place'`;
    expect(audit).toMatchObject({ entity_id: booking?.id, actor_account_id: member.accountId });
    expect(await rowsOf('notices')).toMatchObject([{ account_id: member.accountId }]);
    expect(await rowsOf('session_capacity')).toMatchObject([{ taken: 1, waiting: 0 }]);
  });

  it('puts the next one into the queue with a position once all places are taken', async () => {
    const { union, member, offering, session } = await aCourse({}, 1);
    const others = await arrange((tx) =>
      Promise.all([1, 2].map(() => aMember(tx, { organisationId: union.id }))),
    );
    await bookPlace(as(actorOf(member)), given(offering, session));
    const positions = [];
    for (const other of others) {
      const result = await bookPlace(as(actorOf(other)), given(offering, session));
      positions.push(result.ok && [result.value.status, result.value.position]);
    }
    expect(positions).toEqual([
      ['waitlisted', 1],
      ['waitlisted', 2],
    ]);
    expect(await rowsOf('session_capacity')).toMatchObject([
      { taken: 1, waiting: 2, queue_next: 3 },
    ]);
  });

  it('says full when the queue has its longest, and keeps nothing', async () => {
    const { union, member, offering, session } = await aCourse({ waitlistMax: 0 }, 1);
    const other = await arrange((tx) => aMember(tx, { organisationId: union.id }));
    await bookPlace(as(actorOf(member)), given(offering, session));
    const result = await bookPlace(as(actorOf(other)), given(offering, session));
    expect(result).toMatchObject({ ok: false, reason: 'full' });
    expect(await rowsOf('bookings')).toHaveLength(1);
  });

  it('holds the place while someone must approve, with a day by which it is answered', async () => {
    const { member, offering, session } = await aCourse({}, 1, { needsApproval: true });
    const result = await bookPlace(as(actorOf(member)), given(offering, session));
    expect(result).toMatchObject({ ok: true, value: { status: 'pending' } });
    const [booking] = await rowsOf('bookings');
    expect(booking?.due_on).not.toBeNull();
    expect(await rowsOf('session_capacity')).toMatchObject([{ taken: 1 }]);
  });

  it('answers a repeated key with the first receipt, and other content under it with a refusal', async () => {
    const { member, offering, session } = await aCourse();
    const key = newId();
    const fields = ['bookingId', 'number', 'status', 'position'];
    const ctx = keyed(as(actorOf(member)), key, { fields });
    const [first, second] = await Promise.all([
      bookPlace(ctx, given(offering, session)),
      bookPlace(ctx, given(offering, session)),
    ]);
    expect(second).toEqual(first);
    const other = keyed(ctx, key, { fields, input: 'other' });
    const replay = await bookPlace(other, given(offering, session));
    expect(replay).toMatchObject({ ok: false, reason: 'key_reused' });
    expect(await rowsOf('bookings')).toHaveLength(1);
  });

  it('books once from two devices, and tells the other so (C03)', async () => {
    const { member, offering, session } = await aCourse();
    const results = await Promise.all(
      [1, 2, 3].map(() => bookPlace(as(actorOf(member)), given(offering, session))),
    );
    expect(results.filter((r) => r.ok)).toHaveLength(1);
    for (const r of results) if (!r.ok) expect(r.reason).toBe('already_booked');
  });

  it('lets one of two overlapping sessions win when both are booked at once', async () => {
    const { member, offering, session } = await aCourse();
    const twin = await arrange((tx) =>
      aSession(tx, {
        offeringId: offering.id,
        startsAt: session.startsAt,
        endsAt: session.endsAt,
      }),
    );
    const results = await Promise.all(
      [session, twin].map((s) => bookPlace(as(actorOf(member)), given(offering, s))),
    );
    expect(results.filter((r) => r.ok)).toHaveLength(1);
    const lost = results.find((r) => !r.ok);
    expect(lost && !lost.ok && ['overlap', 'ineligible']).toContain(
      lost && !lost.ok && lost.reason,
    );
    const [sum] = await sqlAsOwner()`select sum(taken)::int as taken from session_capacity`;
    expect(sum?.taken).toBe(1);
  });

  it('seals health notes and keeps the consent they rest on', async () => {
    const { union, member } = await aCourse();
    const made = await arrange(async (tx) => {
      const child = await aChild(tx, { guardians: [member] });
      const offering = await anOffering(tx, {
        organisationId: union.id,
        kind: 'childcare',
        term: '2027暑期',
        asksHealthNotes: true,
      });
      return { child, offering, session: await aSession(tx, { offeringId: offering.id }) };
    });
    const input = given(made.offering, made.session, made.child.childId, {
      healthNotes: '花生过敏',
      healthConsent: 'yes',
      pickUpName1: '陈奶奶',
      pickUpRelation1: '奶奶',
      pickUpPhone1: '13900000009',
    });
    expect(await bookPlace(as(actorOf(member)), input)).toMatchObject({ ok: true });
    const [booking] = await rowsOf('bookings');
    expect(booking?.attendee_masked).toBe('陈**');
    expect(booking?.health_sealed).toMatch(/^v1\|/);
    expect(JSON.stringify(booking)).not.toMatch(/花生|13900000009|陈小禾/);
    const purposes = await sqlAsOwner()`select purpose from consents order by purpose`;
    expect(purposes.map((r) => r.purpose)).toEqual(['booking_health_notes', 'booking_pick_up']);
  });

  it('keeps no health notes where the offering does not ask for them', async () => {
    const { member, offering, session } = await aCourse();
    const more = { healthNotes: '哮喘', healthConsent: 'yes' };
    const result = await bookPlace(as(actorOf(member)), given(offering, session, 'self', more));
    expect(result).toMatchObject({ ok: true });
    expect(await rowsOf('bookings')).toMatchObject([{ health_sealed: null }]);
    expect(await rowsOf('consents')).toEqual([]);
  });

  it('asks for the consent first when health notes are given', async () => {
    const { union, member } = await aCourse();
    const made = await arrange(async (tx) => {
      const child = await aChild(tx, { guardians: [member] });
      const offering = await anOffering(tx, {
        organisationId: union.id,
        kind: 'childcare',
        asksHealthNotes: true,
      });
      return { child, offering, session: await aSession(tx, { offeringId: offering.id }) };
    });
    const input = given(made.offering, made.session, made.child.childId, { healthNotes: '哮喘' });
    const result = await bookPlace(as(actorOf(member)), input);
    expect(result).toMatchObject({ ok: false, fieldErrors: { healthConsent: expect.any(String) } });
    expect(await rowsOf('bookings')).toHaveLength(0);
  });

  it('says nothing of the illness in the notices of a screening', async () => {
    const { union } = await aCourse();
    const made = await arrange(async (tx) => {
      const woman = await aMember(tx, { organisationId: union.id });
      const offering = await anOffering(tx, {
        organisationId: union.id,
        kind: 'screening',
        title: '宫颈癌筛查',
      });
      return { woman, offering, session: await aSession(tx, { offeringId: offering.id }) };
    });
    const ctx = as(actorOf(made.woman));
    const refused = await bookPlace(ctx, given(made.offering, made.session));
    expect(refused).toMatchObject({ ok: false, reason: 'missing' });
    const input = given(made.offering, made.session, 'self', { screeningConsent: 'yes' });
    expect(await bookPlace(ctx, input)).toMatchObject({ ok: true });
    const [notice] = await rowsOf('notices');
    expect(notice?.title).toBe('请查看健康服务通知');
    expect(JSON.stringify(notice)).not.toMatch(/癌|筛查|宫颈/);
  });
});

describe('booking by who may not', () => {
  it('refuses who is not a member, with the way in', async () => {
    const { offering, session } = await aCourse();
    const stranger = await arrange((tx) => anAccount(tx));
    const result = await bookPlace(as(actorOf(stranger)), given(offering, session));
    expect(result).toMatchObject({
      ok: false,
      reason: 'ineligible',
      detail: { rule: 'membership', href: '/guide/join' },
    });
  });

  it('does not find another family’s child', async () => {
    const { union, member } = await aCourse();
    const made = await arrange(async (tx) => {
      const stranger = await aMember(tx, { organisationId: union.id });
      const child = await aChild(tx, { guardians: [stranger] });
      const offering = await anOffering(tx, { organisationId: union.id, kind: 'childcare' });
      return { child, offering, session: await aSession(tx, { offeringId: offering.id }) };
    });
    const input = given(made.offering, made.session, made.child.childId);
    await expect(bookPlace(as(actorOf(member)), input)).rejects.toThrow(NotFound);
  });

  it('forbids it to nobody in particular, and finds no draft', async () => {
    const { member, offering, session, union } = await aCourse();
    await expect(bookPlace(as(anonymous), given(offering, session))).rejects.toThrow(Forbidden);
    const draft = await arrange(async (tx) => {
      const o = await anOffering(tx, { organisationId: union.id, status: 'draft' });
      return { o, s: await aSession(tx, { offeringId: o.id }) };
    });
    const ctx = as(actorOf(member));
    await expect(bookPlace(ctx, given(draft.o, draft.s))).rejects.toThrow(NotFound);
  });

  it('refuses extra fields', () => {
    const parsed = bookPlaceInput.safeParse({
      offeringId: newId(),
      sessionId: newId(),
      who: 'self',
      status: 'booked',
    });
    expect(parsed.success).toBe(false);
  });
});
