import 'server-only';
import { and, eq, inArray, lt, ne, sql } from 'drizzle-orm';
import { offeringSessions } from '@/db/schema/offerings';
import { unitListRows, unitLists } from '@/db/schema/unit-lists';
import type { Ctx } from '@/lib/ctx';
import { readSettings } from '@/lib/settings';
import { unitNamesDays } from './settings';

const GONE = '已删除';
const cleared = { nameMasked: GONE, phoneTail: '', words: '', personId: null };

/** On which lists of a union the person stood, and with what outcome, for 查阅复制 (PIPL 45). */
async function exportOf(tx: Ctx, personId: string) {
  const named = await tx.db
    .select({
      name: unitListRows.nameMasked,
      outcome: unitListRows.outcome,
      words: unitListRows.words,
      startsAt: offeringSessions.startsAt,
    })
    .from(unitListRows)
    .innerJoin(unitLists, eq(unitLists.id, unitListRows.listId))
    .innerJoin(offeringSessions, eq(offeringSessions.id, unitLists.sessionId))
    .where(eq(unitListRows.personId, personId));
  return { named };
}

/**
 * Takes the names off the lists of unions: of one person who asked for it (PIPL 47). The line and its
 * outcome stay, since they name nobody. Run it as the system.
 * @returns how many lines were emptied
 */
async function erase(tx: Ctx, personId: string): Promise<number> {
  const emptied = await tx.db
    .update(unitListRows)
    .set(cleared)
    .where(eq(unitListRows.personId, personId))
    .returning({ rowNo: unitListRows.rowNo });
  return emptied.length;
}

/**
 * The nightly round: drafts nobody handed in within a week go, and names stand on a list only so many
 * days after its session. Run it as the system.
 * @returns how many lines were emptied
 */
async function expire(tx: Ctx): Promise<number> {
  const { unitNamesDays: days } = await readSettings(tx, { unitNamesDays });
  const stale = sql`now() - interval '7 days'`;
  await tx.db
    .delete(unitLists)
    .where(and(eq(unitLists.status, 'draft'), lt(unitLists.createdAt, stale)));
  const over = tx.db
    .select({ id: unitLists.id })
    .from(unitLists)
    .innerJoin(offeringSessions, eq(offeringSessions.id, unitLists.sessionId))
    .where(lt(offeringSessions.endsAt, sql`now() - make_interval(days => ${days})`));
  const emptied = await tx.db
    .update(unitListRows)
    .set(cleared)
    .where(and(inArray(unitListRows.listId, over), ne(unitListRows.nameMasked, GONE)))
    .returning({ rowNo: unitListRows.rowNo });
  return emptied.length;
}

/** What this module holds of a person, for how long, and how it is removed. */
export const personalData = {
  module: 'unit-lists',
  tables: [
    {
      table: 'unit_lists',
      holds: '谁交的单位名单；未交的草稿加密',
      retention: '草稿 7 天；交了的名单长期，姓名另删',
    },
    {
      table: 'unit_list_rows',
      holds: '单位名单每行的结果，姓名已隐去',
      retention: '姓名在场次结束 180 天后删除（可设）',
    },
  ],
  export: exportOf,
  erase,
  expire,
} as const;
