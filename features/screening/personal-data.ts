import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { offerings } from '@/db/schema/offerings';
import { returnVerdict, returnVisits } from '@/db/schema/screening';
import { returnVerdictOf } from '@/features/eligibility/rules/return-visit';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';

/** What she said and what was answered, in plain, for 查阅复制 (PIPL 45). The caller audits it. */
async function exportOf(tx: Ctx, personId: string) {
  const rows = await tx.db
    .select({ visit: returnVisits, title: offerings.title })
    .from(returnVisits)
    .innerJoin(offerings, eq(offerings.id, returnVisits.offeringId))
    .where(eq(returnVisits.personId, personId));
  return {
    returnVisits: rows.map(({ visit: v, title }) => ({
      service: title,
      createdAt: v.createdAt,
      decidedAt: v.decidedAt,
      verdict: v.verdictSealed && returnVerdictOf(openField(v.verdictSealed, returnVerdict(v.id))),
    })),
  };
}

/** All of it goes; nothing rests on it once she is gone. Run it as the system. */
async function erase(tx: Ctx, personId: string): Promise<number> {
  const gone = await tx.db
    .delete(returnVisits)
    .where(eq(returnVisits.personId, personId))
    .returning({ id: returnVisits.id });
  return gone.length;
}

/** Thirty days after the last half-day of the screening. */
async function expire(tx: Ctx): Promise<number> {
  const gone = await tx.db
    .delete(returnVisits)
    .where(
      sql`${returnVisits.createdAt} < now() - interval '30 days' and not exists (
        select 1 from offering_sessions s where s.offering_id = ${returnVisits.offeringId}
          and s.ends_at > now() - interval '30 days')`,
    )
    .returning({ id: returnVisits.id });
  return gone.length;
}

/** What this module holds of a person, for how long, and how it is handed out or removed. */
export const personalData = {
  module: 'screening',
  tables: [
    {
      table: 'return_visits',
      holds: '本人说医院通知再来，女职工部的核实结果（加密）',
      retention: '本轮服务结束 30 天后删除，本人可随时撤回',
    },
  ],
  export: exportOf,
  erase,
  expire,
} as const;
