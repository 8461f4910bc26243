import 'server-only';
import { and, eq, inArray, ne, type SQL, sql } from 'drizzle-orm';
import { classStaff, classStaffPhone } from '@/db/schema/childcare';
import { sealField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';

/** What stands in place of a name that was forgotten. */
export const GONE = '已删除';

/** Lines of classes that ended so many days ago. */
const endedBefore = (days: number): SQL =>
  sql`exists (select 1 from offering_sessions s where s.id = ${classStaff.sessionId}
    and s.ends_at < now() - make_interval(days => ${days}::int))`;

/**
 * Empties who looked after a class: name, phone and number of the check. Role and date of the check
 * stay, as proof that there was one (未成年人保护法 62). Run it as the system.
 * @returns how many lines were emptied
 */
async function empty(tx: Ctx, which: SQL | undefined): Promise<number> {
  const due = await tx.db
    .select({ id: classStaff.id })
    .from(classStaff)
    .where(and(which, ne(classStaff.name, GONE)))
    .for('update');
  for (const { id } of due) {
    await tx.db
      .update(classStaff)
      .set({
        name: GONE,
        phoneSealed: sealField('', classStaffPhone(id)),
        phoneIndex: `erased:${id}`,
        phoneTail: '',
        checkReference: sql`case when ${classStaff.checkReference} is null then null else ${GONE} end`,
      })
      .where(eq(classStaff.id, id));
  }
  return due.length;
}

/**
 * Forgets who looked after classes that ended more than `days` days ago: name, phone and number of the
 * check.
 * @returns how many lines were emptied
 */
export const forgetStaff = (tx: Ctx, days: number): Promise<number> => empty(tx, endedBefore(days));

/**
 * Forgets one person, by every index of their phone, in the classes that are over.
 * @returns how many lines were emptied
 */
export const forgetStaffOf = (tx: Ctx, phoneIndexes: readonly string[]): Promise<number> =>
  phoneIndexes.length === 0
    ? Promise.resolve(0)
    : empty(tx, and(inArray(classStaff.phoneIndex, [...phoneIndexes]), endedBefore(0)));
