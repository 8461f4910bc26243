import 'server-only';
import { offeringRules } from '@/features/offerings/schema/offering';
import { findInSegment } from '@/features/segments/queries/in-segment';
import type { Ctx } from '@/lib/ctx';
import type { Found } from './found';

/**
 * Says of each whether they are in the 人群 that the offering asks for: one more statement for as many as there are,
 * and none where no 人群 is asked for, so that the rush for an ordinary class does not pay for it.
 * @param found what the statement of facts returned of one offering, each with the person it is of
 */
export async function addSegmentFact(
  tx: Ctx,
  found: readonly { readonly personId: string; readonly found: Found }[],
): Promise<void> {
  const [first] = found;
  if (!first?.found.offering.rules.segment) return;
  const { segment } = offeringRules.parse(first.found.offering.rules);
  if (!segment?.definition) return;
  const { definition, organisationId = null } = segment;
  const people = found.map(({ personId }) => personId);
  const inside = await findInSegment(tx, { definition, organisationId }, people);
  for (const one of found) one.found.inSegment = inside.has(one.personId);
}
