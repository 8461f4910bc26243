import 'server-only';
import { eq } from 'drizzle-orm';
import { secondments } from '@/db/schema/secondments';
import type { Ctx } from '@/lib/ctx';

/** Where the person worked for some time, for 查阅复制 (PIPL 45). The caller audits it. */
async function exportOf(tx: Ctx, personId: string) {
  const rows = await tx.db.select().from(secondments).where(eq(secondments.personId, personId));
  return { secondments: rows.map(({ enteredBy, endedBy, ...shown }) => shown) };
}

/**
 * A secondment is no part of the archive of a 会籍: it goes with the person.
 * @returns how many rows were removed
 */
async function erase(tx: Ctx, personId: string): Promise<number> {
  const gone = await tx.db.delete(secondments).where(eq(secondments.personId, personId));
  return gone.count;
}

/** What this feature holds of a person, for how long, and how it is handed out or removed. */
export const personalData = {
  module: 'secondments',
  tables: [
    {
      table: 'secondments',
      holds: '借调：单位、起止日期、原因',
      retention: '注销账号或会籍档案清除前',
    },
  ],
  export: exportOf,
  erase,
} as const;
