import 'server-only';
import {
  countFittingFamilies,
  countFittingMembers,
} from '@/features/conditions/queries/fitting-members';
import { readDated } from '@/features/offerings/queries/dated-offering';
import type { DeskOffering } from '@/features/offerings/queries/desk-offering';
import { offeringRules } from '@/features/offerings/schema/offering';
import type { Ctx } from '@/lib/ctx';
import { read } from '@/lib/transaction';
import { missingForPublish, publishWarnings } from '../rules/publish';
import { listVenueClashes } from './venue-clashes';

/** What a draft still lacks, and what the officer should look at, before it is published. */
export async function readyToPublish(ctx: Ctx, offering: DeskOffering) {
  const { dated, fitting, families, used } = await read(ctx, async (tx) => ({
    dated: await readDated(tx, offering),
    fitting: await countFittingMembers(tx, offering),
    families: await countFittingFamilies(tx, offering),
    used: await listVenueClashes(tx, offering.live),
  }));
  const rules = offeringRules.parse(offering.rules);
  const facts = { ...offering, ...dated, rules, sessions: offering.live };
  const missing = missingForPublish(facts, offering.now);
  return { missing, warnings: publishWarnings(facts, fitting, used), fitting, families };
}
