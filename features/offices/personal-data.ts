import 'server-only';
import { eq } from 'drizzle-orm';
import { unionOffices } from '@/db/schema/offices';
import type { Ctx } from '@/lib/ctx';

/** The offices that the person holds or held, for 查阅复制 (PIPL 45). The caller audits it. */
async function exportOf(tx: Ctx, personId: string) {
  const offices = await tx.db
    .select()
    .from(unionOffices)
    .where(eq(unionOffices.personId, personId));
  return { offices: offices.map(({ recordedBy, personId: _, ...shown }) => shown) };
}

/**
 * The link to the person goes; the name in the election's record is the union's archive.
 * @returns how many offices were cut loose
 */
async function erase(tx: Ctx, personId: string): Promise<number> {
  const cut = await tx.db
    .update(unionOffices)
    .set({ personId: null })
    .where(eq(unionOffices.personId, personId));
  return cut.count;
}

/** What this feature holds of a person, for how long, and how it is handed out or removed. */
export const personalData = {
  module: 'offices',
  tables: [
    {
      table: 'union_offices',
      holds: '工会任职：职务、起止日期、批复文号',
      retention: '长期（组织档案）',
    },
  ],
  export: exportOf,
  erase,
} as const;
