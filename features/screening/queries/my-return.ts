import 'server-only';
import { and, eq } from 'drizzle-orm';
import { returnVerdict, returnVisits } from '@/db/schema/screening';
import { gatherFacts } from '@/features/eligibility/queries/facts';
import { repeat } from '@/features/eligibility/rules/repeat';
import { returnVerdictOf } from '@/features/eligibility/rules/return-visit';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { read } from '@/lib/transaction';

/**
 * How the signed-in woman stands to one screening: whether its interval bars her, and what she has said
 * so far. Where the screening takes nobody back, and for whoever is no woman, there is no such page. Throws
 * NotFound then.
 */
export async function findReturn(tx: Ctx, offeringId: string) {
  const { actor } = tx;
  const personId = actor.kind === 'account' ? actor.personId : null;
  if (!personId || !isUuid(offeringId)) throw new NotFound('offering');
  const gathered = await gatherFacts(tx, { offeringId, sessionId: null, personId, childId: null });
  if (!gathered?.facts.offering.rules.recheckReturns) throw new NotFound('offering');
  const { found, facts } = gathered;
  const check = repeat(facts);
  const [row] = await tx.db
    .select()
    .from(returnVisits)
    .where(and(eq(returnVisits.offeringId, offeringId), eq(returnVisits.personId, personId)));
  const verdict = row?.verdictSealed
    ? returnVerdictOf(openField(row.verdictSealed, returnVerdict(row.id)))
    : null;
  return {
    offering: found.offering,
    personId,
    row: row ?? null,
    status: row ? (verdict?.to ?? ('waiting' as const)) : null,
    answer: verdict?.answer ?? null,
    /** The interval and the visit it counts from, while it bars her. */
    interval: check?.outcome === 'fail' ? check : null,
    now: tx.now,
  };
}

/**
 * How the signed-in woman stands to one screening, for her own page. Throws NotFound where there is no such
 * page.
 */
export const getMyReturn = (ctx: Ctx, offeringId: string) =>
  read(ctx, (tx) => findReturn(tx, offeringId));

export type MyReturn = Awaited<ReturnType<typeof getMyReturn>>;
