import 'server-only';
import { eq } from 'drizzle-orm';
import { certificates, checkIns } from '@/db/schema/attendance';
import { bookings } from '@/db/schema/bookings';
import type { Ctx } from '@/lib/ctx';

/** Every arrival and certificate of the person in plain, for 查阅复制 (PIPL 45). The caller audits it. */
async function exportOf(tx: Ctx, personId: string) {
  const arrivals = await tx.db
    .select({
      number: bookings.number,
      on: checkIns.meetingOn,
      kind: checkIns.kind,
      at: checkIns.at,
      way: checkIns.way,
    })
    .from(checkIns)
    .innerJoin(bookings, eq(bookings.id, checkIns.bookingId))
    .where(eq(bookings.personId, personId));
  const issued = await tx.db.select().from(certificates).where(eq(certificates.personId, personId));
  return {
    arrivals,
    certificates: issued.map((c) => ({
      number: c.number,
      holder: c.holder,
      course: c.course,
      issuer: c.issuer,
      issuedOn: c.issuedOn,
      revokedAt: c.revokedAt,
      revokedReason: c.revokedReason,
    })),
  };
}

/**
 * Removes nothing: an arrival carries no name and goes with its booking, and a certificate must stay
 * verifiable for whoever was shown it.
 */
const erase = async (_tx: Ctx, _personId: string): Promise<number> => 0;

/** What this module holds of a person, for how long, and how it is handed out or removed. */
export const personalData = {
  module: 'attendance',
  tables: [
    { table: 'check_ins', holds: '到场时间和方式', retention: '随预约' },
    {
      table: 'certificates',
      holds: '结业证书上的姓名、证件号（部分隐去）、课程',
      retention: '长期，供核验',
    },
  ],
  export: exportOf,
  erase,
} as const;
