import 'server-only';
import { countFittingMembers } from '@/features/conditions/queries/fitting-members';
import { readDated } from '@/features/offerings/queries/dated-offering';
import { listSessionsOf } from '@/features/offerings/queries/sessions-of';
import { offeringRules } from '@/features/offerings/schema/offering';
import type { OfferingRow } from '@/features/offerings/steps/lock-offering';
import type { Ctx } from '@/lib/ctx';
import { type Refusal, type Result, refuse } from '@/lib/result';
import { listVenueClashes } from '../queries/venue-clashes';
import { missingForPublish, publishWarnings } from '../rules/publish';
import type { PublishOfferingInput } from '../schema/manage-offering';
import { type MoveOfferingRefusal, moveOffering } from './move-offering';

type PublishRefusal = 'incomplete' | 'warned';

async function unfit(
  tx: Ctx,
  offering: OfferingRow,
  evenSo: boolean,
): Promise<Refusal<PublishRefusal> | null> {
  const sessions = await listSessionsOf(tx, offering.id);
  const rules = offeringRules.parse(offering.rules);
  const live = sessions.filter((s) => s.cancelledAt === null);
  const facts = { ...offering, ...(await readDated(tx, offering)), rules, sessions: live };
  const gaps = missingForPublish(facts, tx.now);
  if (gaps.length > 0) {
    return refuse('incomplete', { detail: { text: gaps.map((gap) => gap.text).join('；') } });
  }
  const used = await listVenueClashes(tx, live);
  const warnings = publishWarnings(facts, await countFittingMembers(tx, offering), used);
  return warnings.length === 0 || evenSo
    ? null
    : refuse('warned', { detail: { text: warnings.join('；') } });
}

/**
 * Shows a draft to the people it is for. Refused, with what is missing, until it is complete; once
 * with a warning when nobody could book, unless the officer says it is meant so.
 * Refuses `incomplete` with what is missing as `text`; `warned` with the warnings as `text`, once.
 */
export function publishOffering(
  ctx: Ctx,
  { evenSo, ...input }: PublishOfferingInput,
): Promise<Result<{ offeringId: string }, MoveOfferingRefusal | PublishRefusal>> {
  return moveOffering(ctx, input, {
    to: 'published',
    action: 'publish_offering',
    unless: (tx, offering) => unfit(tx, offering, evenSo),
    patch: (tx) => ({ publishedAt: tx.now }),
  });
}
