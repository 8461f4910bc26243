import 'server-only';
import { and, eq, inArray, isNull, lt, notLike, or, sql } from 'drizzle-orm';
import { membershipCases } from '@/db/schema/membership-cases';
import { transferRequests, transferSides, transfers } from '@/db/schema/transfers';
import { refusedKeepDays } from '@/features/applications/settings';
import type { Ctx } from '@/lib/ctx';
import { readSettings } from '@/lib/settings';

/** What the person asked of their 会籍, for 查阅复制 (PIPL 45). The caller audits it. */
async function exportOf(tx: Ctx, personId: string) {
  const asked = await tx.db
    .select()
    .from(transferRequests)
    .where(eq(transferRequests.personId, personId));
  const moves = await tx.db.select().from(transfers).where(eq(transfers.personId, personId));
  const ids = moves.map(({ id }) => id);
  const sides =
    ids.length === 0
      ? []
      : await tx.db.select().from(transferSides).where(inArray(transferSides.transferId, ids));
  const cases = await tx.db
    .select()
    .from(membershipCases)
    .where(eq(membershipCases.personId, personId));
  return {
    membershipCases: cases.map(({ factsSealed, openedBy, decidedBy, ...shown }) => shown),
    transferRequests: asked.map(({ idIndex, talkedBy, closedBy, ...shown }) => shown),
    transfers: moves.map(({ askedBy, ...shown }) => shown),
    transferSides: sides.map(({ answeredBy, appealDecidedBy, ...shown }) => shown),
  };
}

/**
 * Nothing at once: a request that is closed is emptied by `expire`, an open one is answered first.
 * @returns 0, the number of rows emptied
 */
const erase = async (): Promise<number> => 0;

/**
 * Empties requests `membership.refused_keep_days` after they were closed (PIPL 47). A job calls it daily.
 * @returns how many were emptied
 */
async function expire(tx: Ctx): Promise<number> {
  const { days } = await readSettings(tx, { days: refusedKeepDays });
  const closed = await tx.db
    .update(transferRequests)
    .set({
      idIndex: sql`'erased:' || ${transferRequests.id}`,
      ...{ note: null, wish: null, occupationCode: null, employerName: null, talkNote: null },
      ...{ changeReason: null, changeOn: null },
    })
    .where(
      and(
        lt(transferRequests.closedAt, sql`now() - make_interval(days => ${days}::int)`),
        or(isNull(transferRequests.idIndex), notLike(transferRequests.idIndex, 'erased:%')),
      ),
    )
    .returning({ id: transferRequests.id });
  return closed.length;
}

/** What this feature holds of a person, for how long, and how it is handed out or removed. */
export const personalData = {
  module: 'transfers',
  tables: [
    {
      table: 'transfer_requests',
      holds: '转会、退会、改职业单位的登记',
      retention: '办结后 180 天（可设）',
    },
    {
      table: 'membership_cases',
      holds: '自动退会、除名：谈话、依据（加密）、决定',
      retention: '长期（会籍档案）',
    },
    { table: 'transfers', holds: '转会：从哪到哪、什么时候', retention: '长期（会籍档案）' },
    {
      table: 'transfer_sides',
      holds: '转会两边的答复、理由、申诉',
      retention: '长期（会籍档案）',
    },
  ],
  export: exportOf,
  erase,
  expire,
} as const;
