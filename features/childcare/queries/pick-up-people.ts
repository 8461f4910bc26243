import 'server-only';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { bookingAnswers, bookings } from '@/db/schema/bookings';
import { children, guardians } from '@/db/schema/family';
import { accountPhone, accounts } from '@/db/schema/identity';
import { type PickUpPerson, parsePickUpList } from '@/features/bookings/rules/pick-up';
import { relationLabels } from '@/features/family/schema/family';
import { onTheRoll } from '@/features/rolls/rules/attendance';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';

/** A child's place in a class with who may fetch the child, in whole. */
export interface FetchedChild {
  readonly bookingId: string;
  readonly childId: string;
  /** Confirmed guardians, first confirmed first: they always may. */
  readonly guardians: readonly PickUpPerson[];
  /** Whom they named besides; at most three. */
  readonly people: readonly PickUpPerson[];
}

async function guardiansByChild(tx: Ctx, childIds: readonly string[]) {
  const rows = await tx.db
    .select({
      childId: guardians.childId,
      relation: guardians.relation,
      accountId: accounts.id,
      name: accounts.displayName,
      phoneSealed: accounts.phoneSealed,
    })
    .from(guardians)
    .innerJoin(accounts, eq(accounts.id, guardians.accountId))
    .where(and(inArray(guardians.childId, [...childIds]), eq(guardians.status, 'confirmed')))
    .orderBy(asc(guardians.createdAt));
  const found = new Map<string, PickUpPerson[]>();
  for (const { childId, relation, accountId, name, phoneSealed } of rows) {
    const phone = openField(phoneSealed, accountPhone(accountId));
    const one = { name, relation: relation ? relationLabels[relation] : '家长', phone };
    found.set(childId, [...(found.get(childId) ?? []), one]);
  }
  return found;
}

/**
 * Who may fetch each child on the roll of a class, in whole, in the order of booking. The caller has
 * checked who asks, and records it.
 */
export async function listFetchers(tx: Ctx, sessionId: string): Promise<FetchedChild[]> {
  const rows = await tx.db
    .select({ bookingId: bookings.id, childId: children.id, answers: bookings.answersSealed })
    .from(bookings)
    .innerJoin(children, eq(children.id, bookings.childId))
    .where(
      and(
        eq(bookings.sessionId, sessionId),
        eq(bookings.kind, 'childcare'),
        inArray(bookings.status, [...onTheRoll]),
      ),
    )
    .orderBy(asc(bookings.createdAt), asc(bookings.id));
  if (rows.length === 0) return [];
  const byChild = await guardiansByChild(
    tx,
    rows.map((row) => row.childId),
  );
  return rows.map(({ bookingId, childId, answers }) => ({
    bookingId,
    childId,
    guardians: byChild.get(childId) ?? [],
    people: answers ? parsePickUpList(openField(answers, bookingAnswers(bookingId))) : [],
  }));
}
