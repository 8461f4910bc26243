import 'server-only';
import { eq } from 'drizzle-orm';
import { membershipChanges, memberships } from '@/db/schema/membership';
import type { Ctx } from '@/lib/ctx';

/** The person's memberships and what became of them, for 查阅复制 (PIPL 45). The caller audits it. */
async function exportOf(tx: Ctx, personId: string) {
  return {
    memberships: await tx.db.select().from(memberships).where(eq(memberships.personId, personId)),
    membershipChanges: await tx.db
      .select()
      .from(membershipChanges)
      .where(eq(membershipChanges.personId, personId)),
  };
}

/**
 * Nothing: the archive of memberships is the union's record and stays (档案法; PIPL 19).
 * @returns 0, the number of rows emptied
 */
const erase = async (): Promise<number> => 0;

/** What this feature holds of a person, for how long, and how it is handed out. */
export const personalData = {
  module: 'members',
  tables: [
    { table: 'memberships', holds: '会员号、所在工会、职业', retention: '在籍期间，转出后归档' },
    { table: 'membership_changes', holds: '会籍变化', retention: '长期（会籍档案）' },
  ],
  export: exportOf,
  erase,
} as const;
