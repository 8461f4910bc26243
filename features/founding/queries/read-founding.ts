import 'server-only';
import { asc, eq } from 'drizzle-orm';
import {
  foundingActions,
  foundingCandidates,
  foundingEmployers,
  foundings,
} from '@/db/schema/foundings';
import { employers } from '@/db/schema/organisations';
import type { Ctx } from '@/lib/ctx';
import { foundingFacts } from '../rules/facts';

/** What stands beside a founding's row: its employers, its steps in order, its candidates in order. */
export async function readParts(tx: Ctx, foundingId: string) {
  const firms = await tx.db
    .select({
      id: employers.id,
      name: employers.name,
      townId: employers.townId,
      unionId: employers.unionId,
      staffCount: employers.staffCount,
      uscc: employers.uscc,
      industry: employers.industry,
      address: employers.address,
    })
    .from(foundingEmployers)
    .innerJoin(employers, eq(employers.id, foundingEmployers.employerId))
    .where(eq(foundingEmployers.foundingId, foundingId))
    .orderBy(asc(employers.pinyin), asc(employers.id));
  const actions = await tx.db
    .select({
      position: foundingActions.position,
      step: foundingActions.step,
      doneOn: foundingActions.doneOn,
      documentNo: foundingActions.documentNo,
      facts: foundingActions.facts,
    })
    .from(foundingActions)
    .where(eq(foundingActions.foundingId, foundingId))
    .orderBy(asc(foundingActions.position));
  const candidates = await tx.db
    .select({
      id: foundingCandidates.id,
      name: foundingCandidates.name,
      post: foundingCandidates.post,
      ties: foundingCandidates.ties,
      withdrawnReason: foundingCandidates.withdrawnReason,
    })
    .from(foundingCandidates)
    .where(eq(foundingCandidates.foundingId, foundingId))
    .orderBy(asc(foundingCandidates.position));
  const last = actions.at(-1);
  if (!last) throw new Error('a founding without a first step');
  return {
    firms,
    actions,
    candidates,
    step: last.step,
    position: last.position,
    lastOn: last.doneOn,
    facts: foundingFacts(actions),
  };
}

/** One founding with what stands beside it; undefined when it is not there for who asks. */
export async function readFounding(tx: Ctx, foundingId: string) {
  const [row] = await tx.db.select().from(foundings).where(eq(foundings.id, foundingId));
  return row && { ...row, ...(await readParts(tx, foundingId)) };
}

export type Founding = NonNullable<Awaited<ReturnType<typeof readFounding>>>;
