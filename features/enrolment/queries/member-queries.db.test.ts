import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aChild } from '@/db/factories/family';
import { anOffering, aSession } from '@/db/factories/offerings';
import { anOrganisation } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { revealAttendee } from '@/features/bookings/commands/reveal-attendee';
import { personalData } from '@/features/bookings/personal-data';
import { bookingCalendar } from '@/features/bookings/queries/booking-calendar';
import { bookingLink, findBookingByLink } from '@/features/bookings/queries/booking-check';
import { getMyBooking, listPast, listUpcoming } from '@/features/bookings/queries/my-bookings';
import { anonymous } from '@/lib/actor';
import { NotFound } from '@/lib/errors';
import { bookPlace } from '../commands/book-place';
import { bookPlaceInput } from '../schema/booking';
import { catalogueFilter } from '../schema/catalogue';
import { listOfferings } from './catalogue';
import { getOfferingPage } from './offering-page';
import { listVerdicts } from './verdicts';

const filter = (given: Record<string, string> = {}) => catalogueFilter.parse(given);
const titles = async (who: Parameters<typeof as>[0], given: Record<string, string> = {}) =>
  (await listOfferings(as(who), filter(given))).offerings.map((o) => o.title);

async function aTown() {
  return arrange(async (tx) => {
    const town = await anOrganisation(tx, { kind: 'town_federation' });
    const union = await anOrganisation(tx, { parentId: town.id });
    const elsewhere = await anOrganisation(tx);
    const member = await aMember(tx, { organisationId: union.id, name: '黄丽' });
    const stranger = await aMember(tx, { organisationId: elsewhere.id });
    const open = await anOffering(tx, { organisationId: town.id, title: '电工班' });
    const session = await aSession(tx, { offeringId: open.id, capacity: 1, place: '桥圩' });
    return { town, union, elsewhere, member, stranger, open, session };
  });
}

const book = async (
  member: Parameters<typeof actorOf>[0],
  o: { id: string },
  s: { id: string },
  more = {},
) => {
  const input = { offeringId: o.id, sessionId: s.id, who: 'self', ...more };
  const result = await bookPlace(as(actorOf(member)), bookPlaceInput.parse(input));
  if (!result.ok) throw new Error(result.reason);
  return result.value.bookingId;
};

beforeEach(resetDb);

describe('the list', () => {
  it('is open to anyone, with drafts left out and subtrees kept to themselves', async () => {
    const { town, member, stranger } = await aTown();
    await arrange(async (tx) => {
      const near = { organisationId: town.id, title: '只给本镇', visibility: 'subtree' as const };
      for (const given of [
        near,
        { organisationId: town.id, title: '草稿', status: 'draft' as const },
      ]) {
        const made = await anOffering(tx, given);
        await aSession(tx, { offeringId: made.id });
      }
    });
    expect(await titles(anonymous)).toEqual(['电工班']);
    expect((await titles(actorOf(member))).sort()).toEqual(['只给本镇', '电工班']);
    expect(await titles(actorOf(stranger))).toEqual(['电工班']);
  });

  it('filters by words, kind, opening, day, town and fee; by the day, also what opens soon', async () => {
    const { town } = await aTown();
    await arrange(async (tx) => {
      const soon = await anOffering(tx, {
        organisationId: town.id,
        title: '明天开放的托管班',
        kind: 'childcare',
        status: 'published',
        bookingOpensAt: new Date(tx.now.getTime() + 86_400_000),
        details: { feeFen: 1500 },
      });
      const startsAt = new Date(tx.now.getTime() + 3 * 86_400_000);
      const endsAt = new Date(startsAt.getTime() + 3_600_000);
      await aSession(tx, { offeringId: soon.id, townId: town.id, startsAt, endsAt });
    });
    expect(await titles(anonymous)).toEqual(['明天开放的托管班', '电工班']);
    expect(await titles(anonymous, { q: '电工' })).toEqual(['电工班']);
    expect(await titles(anonymous, { q: '%' })).toEqual([]);
    expect(await titles(anonymous, { kind: 'childcare' })).toEqual(['明天开放的托管班']);
    expect(await titles(anonymous, { open: '1' })).toEqual(['电工班']);
    expect(await titles(anonymous, { when: 'week' })).toEqual(['明天开放的托管班']);
    expect(await titles(anonymous, { town: town.id })).toEqual(['明天开放的托管班']);
    expect(await titles(anonymous, { free: '1' })).toEqual(['电工班']);
    expect(await titles(anonymous, { kind: 'x', town: 'y', page: '-3' })).toHaveLength(2);
  });

  it('counts places and shows one’s own state', async () => {
    const { member, stranger, open, session } = await aTown();
    await book(member, open, session);
    await book(stranger, open, session);
    const card = async (who: Parameters<typeof as>[0]) =>
      (await listOfferings(as(who), filter())).offerings[0];
    expect(await card(anonymous)).toMatchObject({ capacity: 1, taken: 1, waiting: 1, mine: null });
    expect(await card(actorOf(member))).toMatchObject({ mine: 'booked', freeSessions: 0 });
    expect(await card(actorOf(stranger))).toMatchObject({ mine: 'waitlisted' });
  });
});

describe('the detail page', () => {
  it('is not found for a draft, another’s subtree, an unknown or a broken id', async () => {
    const { town, stranger, member } = await aTown();
    const [draft, near] = await arrange(async (tx) => [
      await anOffering(tx, { organisationId: town.id, status: 'draft' }),
      await anOffering(tx, { organisationId: town.id, visibility: 'subtree' }),
    ]);
    for (const id of [draft.id, near.id, crypto.randomUUID(), 'x']) {
      await expect(getOfferingPage(as(actorOf(stranger)), id)).rejects.toThrow(NotFound);
    }
    expect(await getOfferingPage(as(actorOf(member)), near.id)).toMatchObject({ id: near.id });
  });

  it('says before applying what booking will say', async () => {
    const { open, session, member, stranger } = await aTown();
    await sqlAsOwner()`update offerings set rules = ${sqlAsOwner().json({ ageMin: 90 })}`;
    const offering = await getOfferingPage(as(actorOf(member)), open.id);
    const [verdict] = await listVerdicts(as(actorOf(member)), offering, ['self']);
    expect(verdict?.bySession[session.id]?.failed?.rule).toBe('age');
    await expect(book(stranger, open, session)).rejects.toThrow('ineligible');
  });
});

describe('my bookings', () => {
  it('show position, leave who is ahead out of sight, and are nobody else’s', async () => {
    const { member, stranger, open, session } = await aTown();
    await book(member, open, session);
    const id = await book(stranger, open, session);
    expect(await listUpcoming(as(actorOf(stranger)))).toMatchObject([
      { status: 'waitlisted', position: 1, title: '电工班' },
    ]);
    expect(await getMyBooking(as(actorOf(stranger)), id)).toMatchObject({
      position: 1,
      history: [{ type: 'made', by: '本人' }],
    });
    await expect(getMyBooking(as(actorOf(member)), id)).rejects.toThrow(NotFound);
    await sqlAsOwner()`update offering_sessions
      set starts_at = now() - interval '3 hours', ends_at = now() - interval '1 hour'`;
    expect(await listUpcoming(as(actorOf(stranger)))).toEqual([]);
    expect(await listPast(as(actorOf(stranger)))).toHaveLength(1);
  });

  it('come as a calendar file that a cancellation takes back', async () => {
    const { member, open, session } = await aTown();
    const id = await book(member, open, session);
    const file = await bookingCalendar(as(actorOf(member)), id, 'https://gh.example.cn');
    expect(file).toContain(`UID:${id}@lianxin`);
    expect(file).toMatch(/METHOD:PUBLISH[\s\S]*SEQUENCE:0/);
    await sqlAsOwner()`update bookings set status = 'cancelled', calendar_sequence = 1`;
    const gone = await bookingCalendar(as(actorOf(member)), id, 'https://gh.example.cn');
    expect(gone).toMatch(/METHOD:CANCEL[\s\S]*SEQUENCE:1/);
    expect(gone).toContain('STATUS:CANCELLED');
  });

  it('open by their code with a masked name, and by no forged one', async () => {
    const { member, open, session } = await aTown();
    const id = await book(member, open, session);
    const token = bookingLink({ id, endsAt: session.endsAt }).slice(3);
    const found = await findBookingByLink(as(anonymous), token);
    expect(found).toMatchObject({ attendeeMasked: '黄*', status: 'booked' });
    expect(JSON.stringify(found)).not.toContain('黄丽');
    expect(await findBookingByLink(as(anonymous), `${token.slice(0, -2)}xx`)).toBeNull();
  });
});

describe('what a class was told about a child', () => {
  it('is sealed, not for the desk that approves, and goes when the class is over', async () => {
    const { town, union, member } = await aTown();
    const made = await arrange(async (tx) => {
      const child = await aChild(tx, { guardians: [member] });
      const offering = await anOffering(tx, {
        ...{ organisationId: town.id, kind: 'childcare' as const, asksHealthNotes: true },
      });
      return {
        ...{ child, offering, session: await aSession(tx, { offeringId: offering.id }) },
        staff: (await anOfficer(tx, 'town_admin', town.id)).actor,
        unit: (await anOfficer(tx, 'union_admin', union.id)).actor,
        viewer: (await anOfficer(tx, 'viewer', town.id)).actor,
      };
    });
    const id = await book(member, made.offering, made.session, {
      ...{ who: made.child.childId, healthNotes: '花生过敏', healthConsent: 'yes' },
      ...{ pickUpName1: '陈奶奶', pickUpRelation1: '奶奶', pickUpPhone1: '139 0000 0009' },
    });
    const sealed = async () =>
      (await sqlAsOwner()`select health_sealed, answers_sealed from bookings where id = ${id}`)[0];
    expect(JSON.stringify(await sealed())).not.toMatch(/花生|陈奶奶|13900000009/);
    const shown = await revealAttendee(as(made.staff), { bookingId: id });
    expect(JSON.stringify(shown)).not.toMatch(/花生|陈奶奶|13900000009/);
    // Her guardians read who looked at the name, and in what function.
    const looks = await sqlAsOwner()`select account_id, viewer_role, what from child_record_views`;
    const { accountId } = made.staff;
    expect(looks).toEqual([{ account_id: accountId, viewer_role: '组织单位', what: 'identity' }]);
    for (const other of [made.unit, made.viewer]) {
      await expect(revealAttendee(as(other), { bookingId: id })).rejects.toThrow(NotFound);
    }
    await sqlAsOwner()`update offering_sessions
      set starts_at = now() - interval '3 days', ends_at = now() - interval '2 days'`;
    expect(await arrange((tx) => personalData.expire(tx))).toBe(1);
    expect(await sealed()).toMatchObject({ health_sealed: null });
  });
});

describe('personal data', () => {
  it('is handed out whole and leaves nothing that names the person', async () => {
    const { member, open, session } = await aTown();
    await book(member, open, session);
    const handed = await arrange((tx) => personalData.export(tx, member.personId));
    expect(handed.bookings).toMatchObject([{ title: '电工班', status: 'booked' }]);
    await sqlAsOwner()`update bookings set status = 'cancelled'`;
    expect(await arrange((tx) => personalData.erase(tx, member.personId))).toBe(1);
    const [row] = await sqlAsOwner()`select * from bookings`;
    expect(row).toMatchObject({ attendee_masked: '已删除', pinyin: null, phone_tail: '' });
  });
});
