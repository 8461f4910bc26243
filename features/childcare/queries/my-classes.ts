import 'server-only';
import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm';
import { classStaff } from '@/db/schema/childcare';
import { accounts } from '@/db/schema/identity';
import { offeringSessions, offerings } from '@/db/schema/offerings';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { read } from '@/lib/transaction';
import { canLookAfterChildren } from '../policy';
import { classRoleLabels } from '../rules/readiness';

/**
 * 我带的班: the classes whose staff the signed-in person is, by the phone they signed in with, until the
 * day after the last one. Without a check that counts today a class is named, but not open to them.
 * In order of time.
 */
export async function listMyClasses(ctx: Ctx) {
  const { actor } = ctx;
  if (actor.kind !== 'account') return [];
  return read(ctx, async (tx) => {
    const rows = await tx.db
      .select({
        sessionId: classStaff.sessionId,
        role: classStaff.role,
        checkValidUntil: classStaff.checkValidUntil,
        session: offeringSessions.title,
        title: offerings.title,
      })
      .from(classStaff)
      .innerJoin(accounts, eq(accounts.phoneIndex, classStaff.phoneIndex))
      .innerJoin(offeringSessions, eq(offeringSessions.id, classStaff.sessionId))
      .innerJoin(offerings, eq(offerings.id, offeringSessions.offeringId))
      .where(
        and(
          eq(accounts.id, actor.accountId),
          isNull(classStaff.removedAt),
          isNull(offeringSessions.cancelledAt),
          gt(offeringSessions.endsAt, sql`now() - interval '1 day'`),
        ),
      )
      .orderBy(asc(offeringSessions.startsAt));
    return rows.map(({ checkValidUntil, role, ...row }) => ({
      ...row,
      role: classRoleLabels[role],
      isChecked: canLookAfterChildren({ checkValidUntil }, todayOn(tx.now)),
    }));
  });
}

export type MyClass = Awaited<ReturnType<typeof listMyClasses>>[number];
