import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { segments } from '@/db/schema/segments';
import { organisationPath } from '@/features/organisations/queries/scope';
import { canManageSegments } from '@/features/segments/policy';
import { deadReferences, findReferences } from '@/features/segments/queries/references';
import { segmentDefinition } from '@/features/segments/schema/definition';
import { authorize } from '@/lib/access';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import type { DraftSegmentMessageInput } from '../schema/announcement';
import { type DraftRefusal, storeDraft } from '../steps/store-draft';

type Drafted = Result<
  { announcementId: string; segmentId: string },
  DraftRefusal | 'dead_reference'
>;

/**
 * Writes a message to the members of a 人群 at and below one organisation: the keeper of it, or one below that. Its
 * conditions are kept with the message as they are now. Nothing leaves before it was looked at. Throws NotFound for a
 * 人群 that is not shared with this officer or was archived, and for an organisation that is not theirs.
 * Refuses `dead_reference` with the `text` of what the conditions point at in vain; further those of `storeDraft`.
 * @audited-by storeDraft
 */
export async function draftSegmentMessage(
  ctx: Ctx,
  { segmentId, organisationId: organiserId, text, bySms }: DraftSegmentMessageInput,
): Promise<Drafted> {
  return transaction(ctx, async (tx): Promise<Drafted> => {
    authorize(canManageSegments.anywhere(tx.actor));
    const [segment] = await tx.db
      .select()
      .from(segments)
      .where(and(eq(segments.id, segmentId), isNull(segments.archivedAt)));
    const path = await organisationPath(tx, organiserId);
    const may = canManageSegments(tx.actor, path);
    if (!segment || !may || !path.includes(segment.organisationId)) throw new NotFound('segment');
    const definition = segmentDefinition.parse(segment.definition);
    const found = await findReferences(tx, [definition], segment.organisationId);
    const [problem] = deadReferences(definition, found);
    if (problem) return refuse('dead_reference', { detail: { text: problem } });
    const stored = await storeDraft(tx, {
      ...{ organiserId, offeringId: null, sessionId: null, segmentId, audience: 'segment' },
      ...{ definition: { ...definition }, title: '', text, bySms },
    });
    return stored.ok ? { ...stored, value: { ...stored.value, segmentId } } : stored;
  });
}
