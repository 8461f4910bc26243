import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { absenceExcuses, excuseReason } from '@/db/schema/absences';
import { bookings } from '@/db/schema/bookings';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';

const ofPerson = (personId: string) =>
  sql`${absenceExcuses.accountId} in (select p.account_id from people p where p.id = ${personId}::uuid)`;

/** Every appeal of the person in plain, for 查阅复制 (PIPL 45). The caller audits it. */
async function exportOf(tx: Ctx, personId: string) {
  const rows = await tx.db
    .select({ excuse: absenceExcuses, number: bookings.number })
    .from(absenceExcuses)
    .innerJoin(bookings, eq(bookings.id, absenceExcuses.bookingId))
    .where(ofPerson(personId));
  return {
    appeals: rows.map(({ excuse: e, number }) => ({
      booking: number,
      status: e.status,
      cause: e.cause,
      reason: e.reasonSealed && openField(e.reasonSealed, excuseReason(e.bookingId)),
      answer: e.answer,
      createdAt: e.createdAt,
      decidedAt: e.decidedAt,
    })),
  };
}

/** Empties the words of a person who is gone; that an absence was excused stays. Run it as the system. */
async function erase(tx: Ctx, personId: string): Promise<number> {
  const emptied = await tx.db
    .update(absenceExcuses)
    .set({ reasonSealed: null, answer: null, cause: null })
    .where(ofPerson(personId))
    .returning({ id: absenceExcuses.bookingId });
  return emptied.length;
}

/** The words go a year after the answer, when no bar can rest on them any more. */
async function expire(tx: Ctx): Promise<number> {
  const emptied = await tx.db
    .update(absenceExcuses)
    .set({ reasonSealed: null, answer: null, cause: null })
    .where(
      sql`${absenceExcuses.decidedAt} < now() - interval '1 year'
        and num_nonnulls(${absenceExcuses.reasonSealed}, ${absenceExcuses.answer}, ${absenceExcuses.cause}) > 0`,
    )
    .returning({ id: absenceExcuses.bookingId });
  return emptied.length;
}

/** What this module holds of a person, for how long, and how it is handed out or removed. */
export const personalData = {
  module: 'absences',
  tables: [
    {
      table: 'absence_excuses',
      holds: '爽约申诉的原因（加密）和答复，豁免的原因类别',
      retention: '办结 1 年后删去原因和答复',
    },
  ],
  export: exportOf,
  erase,
  expire,
} as const;
