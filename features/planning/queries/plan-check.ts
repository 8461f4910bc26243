import 'server-only';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { classStaff } from '@/db/schema/childcare';
import { offeringSessions } from '@/db/schema/offerings';
import type { DeskOffering } from '@/features/offerings/queries/desk-offering';
import { readForm } from '@/features/questions/queries/form';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { read } from '@/lib/transaction';

/**
 * What of a draft stands on pages of its own: the questions in their order, and of a 托管班 how many look after
 * it and how many of them lack a check that counts today.
 */
export async function readPlanCheck(ctx: Ctx, { id, kind }: Pick<DeskOffering, 'id' | 'kind'>) {
  return read(ctx, async (tx) => {
    const form = await readForm(tx, id);
    const staff =
      kind === 'childcare'
        ? await tx.db
            .select({
              session: offeringSessions.title,
              n: sql<number>`count(${classStaff.id})::int`,
              unchecked: sql<number>`count(${classStaff.id}) filter (where
                coalesce(${classStaff.checkValidUntil}, '-infinity') < ${todayOn(tx.now)}::date)::int`,
            })
            .from(offeringSessions)
            .leftJoin(
              classStaff,
              and(eq(classStaff.sessionId, offeringSessions.id), isNull(classStaff.removedAt)),
            )
            .where(and(eq(offeringSessions.offeringId, id), isNull(offeringSessions.cancelledAt)))
            .groupBy(offeringSessions.id)
            .orderBy(asc(offeringSessions.startsAt), asc(offeringSessions.id))
        : [];
    return { questions: form.questions.map((q) => q.label), staff };
  });
}

export type PlanCheck = Awaited<ReturnType<typeof readPlanCheck>>;
