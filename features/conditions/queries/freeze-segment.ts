import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { segments } from '@/db/schema/segments';
import type { OfferingRules } from '@/features/offerings/schema/offering';
import { deadReferences, findReferences } from '@/features/segments/queries/references';
import { segmentDefinition } from '@/features/segments/schema/definition';
import type { Ctx } from '@/lib/ctx';

export interface FrozenRules {
  readonly rules: OfferingRules;
  /** Why the 人群 cannot be asked for, in words; null when it can. */
  readonly problem: string | null;
}

/**
 * Rules with the conditions of their 人群 as they are now: what a version stores, so that later changes of the 人群
 * change nothing that applicants were told. One that was archived since stays as it was stored.
 * @param stored the rules in force, which may have the same 人群
 */
export async function freezeSegment(
  tx: Ctx,
  rules: OfferingRules,
  stored: OfferingRules,
): Promise<FrozenRules> {
  const { segment } = rules;
  if (!segment) return { rules, problem: null };
  const { id, words } = segment;
  const [found] = await tx.db
    .select({ organisationId: segments.organisationId, definition: segments.definition })
    .from(segments)
    .where(and(eq(segments.id, id), isNull(segments.archivedAt)));
  if (!found) {
    const before = stored.segment?.id === id ? stored.segment : null;
    const problem = before ? null : '没有这个人群，或已归档，请重选';
    return { rules: { ...rules, segment: { ...(before ?? segment), id, words } }, problem };
  }
  const { organisationId } = found;
  const definition = segmentDefinition.parse(found.definition);
  const references = await findReferences(tx, [definition], organisationId);
  const [problem = null] = deadReferences(definition, references);
  return { rules: { ...rules, segment: { id, words, organisationId, definition } }, problem };
}
