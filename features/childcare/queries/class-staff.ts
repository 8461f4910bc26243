import 'server-only';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { classChecklist, classOpenings, classStaff } from '@/db/schema/childcare';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { read } from '@/lib/transaction';
import { checkState } from '../rules/readiness';
import { listGaps, manageClass } from './class-access';
import { findClassBefore } from './class-before';

/**
 * Staff, checklist and what still keeps the class from opening, for the officers who manage it. Of a
 * phone only the tail comes out.
 */
export async function getClassStaff(ctx: Ctx, sessionId: string) {
  return read(ctx, async (tx) => {
    const facts = await manageClass(tx, sessionId);
    const today = todayOn(tx.now);
    const [staff, checklist, openings, gaps, before] = await Promise.all([
      tx.db
        .select({
          id: classStaff.id,
          name: classStaff.name,
          role: classStaff.role,
          phoneTail: classStaff.phoneTail,
          phoneIndex: classStaff.phoneIndex,
          passedOn: classStaff.checkPassedOn,
          reference: classStaff.checkReference,
          validUntil: classStaff.checkValidUntil,
        })
        .from(classStaff)
        .where(and(eq(classStaff.sessionId, sessionId), isNull(classStaff.removedAt)))
        .orderBy(asc(classStaff.createdAt), asc(classStaff.id)),
      tx.db
        .select({
          item: classChecklist.item,
          doneOn: classChecklist.doneOn,
          note: classChecklist.note,
        })
        .from(classChecklist)
        .where(eq(classChecklist.sessionId, sessionId)),
      tx.db
        .select({ openedAt: classOpenings.openedAt })
        .from(classOpenings)
        .where(eq(classOpenings.sessionId, sessionId)),
      listGaps(tx, sessionId, today),
      findClassBefore(tx, facts, today),
    ]);
    return {
      ...facts,
      today,
      now: tx.now,
      openedAt: openings[0]?.openedAt ?? null,
      checklist,
      gaps,
      staff: staff.map(({ phoneIndex: _, ...row }) => ({
        ...row,
        state: checkState(row.validUntil, today),
      })),
      before: before && {
        ...before,
        staff: before.staff.map(({ phoneIndex, ...row }) => ({
          ...row,
          /** Registered here already. */
          here: staff.some((one) => one.phoneIndex === phoneIndex),
        })),
      },
    };
  });
}

export type ClassStaffView = Awaited<ReturnType<typeof getClassStaff>>;
export type ClassStaffLine = ClassStaffView['staff'][number];
