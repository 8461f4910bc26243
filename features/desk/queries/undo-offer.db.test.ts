import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, anOfficer } from '@/db/factories/accounts';
import { aSubmittedApplication } from '@/db/factories/applications';
import { arrange, as } from '@/db/factories/arrange';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { bookPlace } from '@/features/enrolment/commands/book-place';
import { approveBooking } from '@/features/enrolment/commands/decide-bookings';
import { bookPlaceInput } from '@/features/enrolment/schema/booking';
import { rejectApplication } from '@/features/review/commands/reject-application';
import { undoDecision } from '@/features/review/commands/undo-decision';
import { newId } from '@/lib/ids';
import { findUndoOffer } from './undo-offer';

const house = () =>
  arrange(async (tx) => {
    const tree = await aTree(tx);
    const offering = await anOffering(tx, { organisationId: tree.town.id, needsApproval: true });
    const officer = await anOfficer(tx, 'town_admin', tree.town.id);
    const colleague = await anOfficer(tx, 'town_admin', tree.town.id);
    return {
      member: await aMember(tx, { organisationId: tree.union.id }),
      session: await aSession(tx, { offeringId: offering.id }),
      application: await aSubmittedApplication(tx, { organisationId: tree.town.id }),
      offering,
      officer: as(officer.actor),
      colleague: as(colleague.actor),
    };
  });

async function aRejected() {
  const made = await house();
  const { id: applicationId, version } = made.application;
  const input = { applicationId, version, reason: '不在范围内' };
  const done = await rejectApplication(made.officer, input);
  if (!done.ok) throw new Error(done.reason);
  return { ...made, decisionId: done.value.decisionId };
}

async function anApproved() {
  const made = await house();
  const ids = { offeringId: made.offering.id, sessionId: made.session.id, who: 'self' };
  const booked = await bookPlace(as(actorOf(made.member)), bookPlaceInput.parse(ids));
  if (!booked.ok) throw new Error(booked.reason);
  const { bookingId } = booked.value;
  const done = await approveBooking(made.officer, { bookingId, version: 1 });
  if (!done.ok) throw new Error(done.reason);
  return { ...made, bookingId, undo: `b-${bookingId}-${done.value.version}` };
}

beforeEach(resetDb);

describe('the offer to take a decision back', () => {
  it('is made to whoever decided the application, and to nobody else', async () => {
    const { officer, colleague, decisionId } = await aRejected();
    expect(await findUndoOffer(officer, decisionId)).toMatchObject({
      kind: 'application',
      fields: { decisionId },
      text: expect.stringMatching(/^已不予通过：/),
    });
    expect(await findUndoOffer(colleague, decisionId)).toBeNull();
    expect(await findUndoOffer(officer, newId())).toBeNull();
    expect(await findUndoOffer(officer, 'b-no')).toBeNull();
  });

  it('is over once the decision was taken back', async () => {
    const { officer, decisionId } = await aRejected();
    await undoDecision(officer, { decisionId });
    expect(await findUndoOffer(officer, decisionId)).toBeNull();
  });

  it('is made for a booking by the same setting, and is over with it', async () => {
    const { officer, colleague, bookingId, undo } = await anApproved();
    expect(await findUndoOffer(officer, undo)).toMatchObject({
      kind: 'booking',
      fields: { bookingId, version: '2' },
      text: expect.stringMatching(/^已通过：/),
    });
    expect(await findUndoOffer(colleague, undo)).toBeNull();
    expect(await findUndoOffer(officer, `b-${bookingId}-1`)).toBeNull();
    await sqlAsOwner()`insert into settings (key, value) values ('membership.undo_seconds', '0')`;
    expect(await findUndoOffer(officer, undo)).toBeNull();
  });
});
