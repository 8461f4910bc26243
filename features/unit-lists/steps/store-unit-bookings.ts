import 'server-only';
import { sql } from 'drizzle-orm';
import { bookingNumber } from '@/features/bookings/rules/attendee';
import { insertBookings, type NewBooking } from '@/features/bookings/steps/insert-bookings';
import { periodLiteral } from '@/features/offerings/rules/meetings';
import { maskName } from '@/lib/china/person-name';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { enqueueEach } from '@/lib/jobs/enqueue';
import type { Fit } from '../queries/evaluate-unit-rows';
import type { UnitTarget } from '../queries/unit-target';
import type { UnitGrant } from '../rules/unit-grant';

async function numbers(systemTx: Ctx, n: number): Promise<number[]> {
  const rows = await systemTx.db.execute<{ n: string }>(
    sql`select nextval('booking_numbers')::text as n from generate_series(1, ${n}::int)`,
  );
  return rows.map((row) => Number(row.n));
}

function rowOf(
  systemTx: Ctx,
  { offering }: UnitTarget,
  { fit, status, queueNo, carveOutId }: UnitGrant<Fit>,
  running: number,
  until: Date,
): NewBooking {
  const { person, childId, gathered } = fit;
  const { session, attendee } = gathered.facts;
  if (!session || status === 'full') throw new Error('a unit booking without a session or place');
  const offered = status === 'offered';
  return {
    id: newId(),
    number: bookingNumber(todayOn(systemTx.now), running),
    sessionId: session.id,
    offeringId: offering.id,
    kind: offering.kind,
    accountId: person.accountId,
    personId: person.personId,
    childId,
    attendeeId: childId ?? person.personId,
    organisationId: person.unionId,
    organiserId: offering.organisationId,
    term: offering.term,
    status,
    period: periodLiteral(session),
    queueNo,
    offeredAt: offered ? systemTx.now : null,
    offerExpiresAt: offered ? until : null,
    offerSource: offered ? 'unit' : null,
    carveOutId,
    rulesVersion: offering.rulesVersion,
    sessionRulesVersion: gathered.found.session?.rulesVersion ?? null,
    nameGrams: person.grams,
    pinyin: person.pinyin,
    attendeeMasked: maskName(attendee.name),
    phoneTail: person.phoneTail,
    createdAt: systemTx.now,
    updatedAt: systemTx.now,
  };
}

/**
 * Stores the bookings of a list with their history, as the system: a chair may not
 * write for others. Called under the capacity lock by the hand-in, which authorises and audits.
 * @param by what members read as who entered them: the union's name
 * @returns the id of each booking, in the order of the grants
 */
export async function storeUnitBookings(
  systemTx: Ctx,
  target: UnitTarget,
  grants: readonly UnitGrant<Fit>[],
  { by, until }: { by: string; until: Date },
): Promise<string[]> {
  const running = await numbers(systemTx, grants.length);
  const rows = grants.map((grant, at) => rowOf(systemTx, target, grant, running[at] ?? 0, until));
  await insertBookings(systemTx, rows, { type: 'named', by });
  const offered = rows.filter((row) => row.status === 'offered').map((row) => row.id);
  await enqueueEach(systemTx, { task: 'lapse_offer', prefix: 'offer', ids: offered, runAt: until });
  return rows.map((row) => row.id);
}
