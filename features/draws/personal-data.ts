import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { drawObjections } from '@/db/schema/draws';
import type { Ctx } from '@/lib/ctx';

const byPerson = (personId: string) =>
  eq(
    drawObjections.accountId,
    sql`(select p.account_id from people p where p.id = ${personId}::uuid)`,
  );

/** What the person asked of draws and was answered, for 查阅复制 (PIPL 45). The caller audits it. */
async function exportOf(tx: Ctx, personId: string) {
  const objections = await tx.db
    .select({
      text: drawObjections.text,
      answer: drawObjections.answer,
      createdAt: drawObjections.createdAt,
    })
    .from(drawObjections)
    .where(byPerson(personId));
  return { objections };
}

/**
 * Empties what the person asked (PIPL 47); answers stay with the published result. Run it as the system.
 * @returns how many questions were emptied
 */
async function erase(tx: Ctx, personId: string): Promise<number> {
  const emptied = await tx.db
    .update(drawObjections)
    .set({ text: '已删除' })
    .where(byPerson(personId))
    .returning({ id: drawObjections.id });
  return emptied.length;
}

/** What this module holds of a person, for how long, and how it is handed out or removed. */
export const personalData = {
  module: 'draws',
  tables: [
    {
      table: 'draw_objections',
      holds: '对抽签的疑问和答复',
      retention: '随抽签公示；注销时删去疑问',
    },
  ],
  export: exportOf,
  erase,
} as const;
