import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, type MadeAccount } from '@/db/factories/accounts';
import { aSubmittedApplication } from '@/db/factories/applications';
import { aChild } from '@/db/factories/family';
import { arrange, as } from '@/db/factories/house';
import { aDictionary } from '@/db/factories/membership';
import { anOrganisation } from '@/db/factories/organisations';
import { anOffering, aSession } from '@/db/factories/programmes';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { excuseAbsence } from '@/features/absences/commands/excuse-absence';
import { comeOfAge } from '@/features/family/commands/come-of-age';
import { removeChild } from '@/features/family/commands/remove-child';
import { approveApplication } from '@/features/membership/commands/approve-application';
import { rejectApplication } from '@/features/membership/commands/reject-application';
import { answerSendBack } from '@/features/programmes/commands/answer-send-back';
import { bookPlace } from '@/features/programmes/commands/book-place';
import { cancelBooking } from '@/features/programmes/commands/cancel-booking';
import { claimOffer } from '@/features/programmes/commands/claim-offer';
import {
  approveBooking,
  refuseBooking,
  sendBackBooking,
} from '@/features/programmes/commands/decide-bookings';
import { declineOffer } from '@/features/programmes/commands/decline-offer';
import { decideClaim } from '@/features/programmes/commands/draw/decide-claim';
import { offerPlace } from '@/features/programmes/commands/offer-place';
import { overridePlace } from '@/features/programmes/commands/override-place';
import { rescheduleBooking } from '@/features/programmes/commands/reschedule-booking';
import { bookingCalendar } from '@/features/programmes/queries/booking-calendar';
import { getMyBooking, listPast, listUpcoming } from '@/features/programmes/queries/my-bookings';
import { answerSendBackInput, bookPlaceInput } from '@/features/programmes/schema/booking';
import { findOwnCase } from '@/features/ratings/queries/rated-case';
import { system } from '@/lib/actor';
import { type Ctx, makeCtx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { read } from '@/lib/transaction';

/** A childcare place booked by the mother for the child of both; a third member is nobody's family. */
async function aFamily(birthOn?: string) {
  const made = await arrange(async (tx) => {
    await aDictionary(tx);
    const district = await anOrganisation(tx, { kind: 'district_federation' });
    const union = await anOrganisation(tx, { parentId: district.id });
    const member = () => aMember(tx, { organisationId: union.id });
    const [mother, father, stranger] = [await member(), await member(), await member()];
    const child = await aChild(tx, { guardians: [mother, father], birthOn });
    const offering = await anOffering(tx, {
      organisationId: district.id,
      kind: 'childcare',
      needsApproval: true,
    });
    const session = await aSession(tx, { offeringId: offering.id });
    const application = await aSubmittedApplication(tx, {
      organisationId: union.id,
      applicant: mother,
    });
    return { district, mother, father, stranger, child, offering, session, application };
  });
  const input = { offeringId: made.offering.id, sessionId: made.session.id };
  const booked = await bookPlace(
    as(actorOf(made.mother)),
    bookPlaceInput.parse({ ...input, who: made.child.childId }),
  );
  if (!booked.ok) throw new Error(booked.reason);
  return { ...made, bookingId: booked.value.bookingId };
}
type Family = Awaited<ReturnType<typeof aFamily>>;

beforeEach(resetDb);

const reason = '家人参加过同一期';
/** Every command that decides about somebody: red here means a new one lets an officer serve the family. */
const deciding: Record<string, (ctx: Ctx, f: Family) => Promise<unknown>> = {
  approveBooking: (ctx, f) => approveBooking(ctx, { bookingId: f.bookingId, version: 1 }),
  refuseBooking: (ctx, f) => refuseBooking(ctx, { bookingId: f.bookingId, version: 1, reason }),
  sendBackBooking: (ctx, f) =>
    sendBackBooking(ctx, { bookingId: f.bookingId, version: 1, reason, fields: [] }),
  offerPlace: (ctx, f) => offerPlace(ctx, { bookingId: f.bookingId, version: 1, reason }),
  overridePlace: (ctx, f) => overridePlace(ctx, { bookingId: f.bookingId, version: 1, reason }),
  decideClaim: (ctx, f) =>
    decideClaim(ctx, { bookingId: f.bookingId, tierKey: 'hardship', verdict: 'verified' }),
  excuseAbsence: (ctx, f) => excuseAbsence(ctx, { bookingId: f.bookingId, to: 'excused' }),
  approveApplication: (ctx, f) =>
    approveApplication(ctx, { applicationId: f.application.id, version: f.application.version }),
  rejectApplication: (ctx, f) =>
    rejectApplication(ctx, {
      ...{ applicationId: f.application.id, version: f.application.version },
      reason,
    }),
};

const officer = (who: MadeAccount, f: Family) =>
  as(
    actorOf(
      who,
      { role: 'women_officer', organisationId: f.district.id },
      { role: 'organisation_officer', organisationId: f.district.id },
    ),
  );

describe('an officer of the family decides nothing of it (Z17)', () => {
  it.each(Object.entries(deciding))('%s', async (_name, decide) => {
    const family = await aFamily();
    for (const who of [family.mother, family.father]) {
      expect(await decide(officer(who, family), family)).toMatchObject({ reason: 'own_case' });
    }
    const other = await decide(officer(family.stranger, family), family).catch((error) => error);
    expect(other).not.toMatchObject({ reason: 'own_case' });
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
