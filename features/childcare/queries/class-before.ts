import 'server-only';
import { and, asc, desc, eq, isNull, ne, sql } from 'drizzle-orm';
import { classChecklist, classStaff } from '@/db/schema/childcare';
import { offeringSessions, offerings } from '@/db/schema/offerings';
import type { Ctx } from '@/lib/ctx';
import { checkState } from '../rules/readiness';
import type { ClassFacts } from './class-access';

/**
 * The class before this one that has staff: of the same offering or of the one it was copied from, else
 * of the same organiser; the latest. Null when there is none. Of its staff those who are still on it.
 */
export async function findClassBefore(
  tx: Ctx,
  { sessionId, organiserId, offeringId }: ClassFacts,
  today: string,
) {
  const line = sql`coalesce(${offerings.copiedFrom}, ${offerings.id})
    = (select coalesce(o.copied_from, o.id) from offerings o where o.id = ${offeringId})`;
  const [from] = await tx.db
    .select({ id: offeringSessions.id, session: offeringSessions.title, title: offerings.title })
    .from(offeringSessions)
    .innerJoin(offerings, eq(offerings.id, offeringSessions.offeringId))
    .where(
      and(
        eq(offerings.organisationId, organiserId),
        eq(offerings.kind, 'childcare'),
        ne(offeringSessions.id, sessionId),
        isNull(offeringSessions.cancelledAt),
        sql`exists (select 1 from class_staff c where c.session_id = ${offeringSessions.id}
          and c.removed_at is null and c.phone_tail <> '')`,
      ),
    )
    .orderBy(desc(sql`(${line})`), desc(offeringSessions.startsAt), desc(offeringSessions.id))
    .limit(1);
  if (!from) return null;
  const [staff, items] = await Promise.all([
    tx.db
      .select({
        id: classStaff.id,
        name: classStaff.name,
        role: classStaff.role,
        phoneIndex: classStaff.phoneIndex,
        phoneTail: classStaff.phoneTail,
        validUntil: classStaff.checkValidUntil,
      })
      .from(classStaff)
      .where(and(eq(classStaff.sessionId, from.id), isNull(classStaff.removedAt)))
      .orderBy(asc(classStaff.createdAt), asc(classStaff.id)),
    tx.db
      .select({
        item: classChecklist.item,
        doneOn: classChecklist.doneOn,
        note: classChecklist.note,
      })
      .from(classChecklist)
      .where(eq(classChecklist.sessionId, from.id)),
  ]);
  return {
    ...from,
    staff: staff.map((row) => ({ ...row, state: checkState(row.validUntil, today) })),
    items,
  };
}
