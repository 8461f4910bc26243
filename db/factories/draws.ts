import { sql } from 'drizzle-orm';
import { bookPlace } from '@/features/enrolment/commands/book-place';
import { bookPlaceInput } from '@/features/enrolment/schema/booking';
import type { Ctx } from '@/lib/ctx';
import { actorOf, aMember, anOfficer, type MadeAccount } from './accounts';
import { arrange, as } from './arrange';
import { anOffering, aSession } from './offerings';
import { anOrganisation } from './organisations';

const DAY = 86_400_000;
/** The day of the number, far enough ahead that a list can be sealed today. */
export const aSeedDay = (tx: Ctx, days = 1): string =>
  new Date(tx.now.getTime() + days * DAY + 8 * 3_600_000).toISOString().slice(0, 10);

interface Given {
  capacity?: number;
  terms?: Record<string, unknown>;
  rules?: Record<string, unknown>;
  offering?: Record<string, unknown>;
}

/** A course whose places are drawn, open for entries, with its officer. */
export const aDrawnCourse = (given: Given = {}) =>
  arrange(async (tx) => {
    const union = await anOrganisation(tx);
    const role = given.offering?.kind === 'childcare' ? 'women_officer' : 'economy_officer';
    const officer = await anOfficer(tx, role, union.id);
    const offering = await anOffering(tx, {
      organisationId: union.id,
      allocation: 'draw',
      allocationTerms: { draw: { seed: 'lottery', seedOn: aSeedDay(tx) }, ...given.terms },
      rules: given.rules ?? {},
      ...given.offering,
    });
    const session = await aSession(tx, {
      offeringId: offering.id,
      capacity: given.capacity ?? 2,
    });
    return { union, officer, offering, session };
  });

type Course = Awaited<ReturnType<typeof aDrawnCourse>>;

export const enter = (course: Course, person: MadeAccount, who = 'self', more = {}) =>
  bookPlace(
    as(actorOf(person)),
    bookPlaceInput.parse({
      offeringId: course.offering.id,
      sessionId: course.session.id,
      who,
      ...more,
    }),
  );

/** So many members who have entered, in this order. */
export async function entrants(course: Course, count: number): Promise<MadeAccount[]> {
  const people = await arrange((tx) =>
    Promise.all(
      Array.from({ length: count }, () => aMember(tx, { organisationId: course.union.id })),
    ),
  );
  for (const person of people) {
    const entered = await enter(course, person);
    if (!entered.ok) throw new Error(`not entered: ${entered.reason}`);
  }
  return people;
}

/** Entries close now. */
export const closeEntries = (course: Course) =>
  arrange((tx) =>
    tx.db.execute(sql`update offerings set booking_closes_at = now() - interval '1 minute'
        where id = ${course.offering.id}`),
  );
