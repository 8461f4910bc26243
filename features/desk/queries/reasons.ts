import 'server-only';
import { asc, eq, sql } from 'drizzle-orm';
import { decisionReasons } from '@/db/schema/desk';
import { caseKinds, reasonedDecisions } from '@/db/schema/enums';
import type { Sentences } from '@/features/review/rules/desk';
import type { Ctx } from '@/lib/ctx';
import { read } from '@/lib/transaction';
import { type CaseKind, firstSentences, type ReasonedDecision } from '../rules/reasons';

async function stored(tx: Ctx, kind: CaseKind): Promise<Sentences> {
  const rows = await tx.db
    .select({ decision: decisionReasons.decision, text: decisionReasons.text })
    .from(decisionReasons)
    .where(eq(decisionReasons.caseKind, kind))
    .orderBy(asc(decisionReasons.position));
  const of = (decision: ReasonedDecision, first: readonly string[]) => {
    const own = rows.filter((row) => row.decision === decision).map((row) => row.text);
    return own.length > 0 ? own : first;
  };
  const first = firstSentences[kind];
  return { sendBack: of('send_back', first.sendBack), reject: of('refuse', first.reject) };
}

/** The ready sentences of one kind of case, in the federation’s order; the first ones until it wrote its own. */
export const readSentences = (ctx: Ctx, kind: CaseKind): Promise<Sentences> =>
  read(ctx, (tx) => stored(tx, kind));

interface Used extends Record<string, unknown> {
  text: string;
  n: number;
}

const usedBy = {
  applications: (decision: ReasonedDecision) =>
    sql`application_events e where e.type = ${decision === 'send_back' ? 'sent_back' : 'rejected'}
      and e.type in ('sent_back', 'rejected')`,
  bookings: (decision: ReasonedDecision) =>
    sql`booking_events e where e.type = ${decision === 'send_back' ? 'sent_back' : 'refused'}
      and e.type in ('sent_back', 'refused')`,
};

/** How often each sentence stood in a reason within a year, as far as the reader sees; in the order given. */
async function countUses(
  tx: Ctx,
  kind: CaseKind,
  decision: ReasonedDecision,
  texts: readonly string[],
) {
  const rows = await tx.db.execute<Used>(sql`
    select t.text, (select count(*)::int from ${usedBy[kind](decision)}
      and e.at > now() - interval '1 year' and position(t.text in e.note) > 0) as n
    from jsonb_array_elements_text(${JSON.stringify(texts)}::jsonb) with ordinality as t(text, at) order by t.at`);
  return rows.map(({ text, n }) => ({ text, n }));
}

export interface ReasonGroup {
  readonly kind: CaseKind;
  readonly decision: ReasonedDecision;
  readonly reasons: { text: string; n: number }[];
}

/** Every ready sentence with how often it was used within a year; in order of applications, then bookings. */
export async function listReasonGroups(ctx: Ctx): Promise<ReasonGroup[]> {
  return read(ctx, async (tx) => {
    const groups: ReasonGroup[] = [];
    for (const kind of caseKinds) {
      const { sendBack, reject } = await stored(tx, kind);
      for (const decision of reasonedDecisions) {
        const texts = decision === 'send_back' ? sendBack : reject;
        groups.push({ kind, decision, reasons: await countUses(tx, kind, decision, texts) });
      }
    }
    return groups;
  });
}
