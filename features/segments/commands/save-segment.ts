import 'server-only';
import { eq } from 'drizzle-orm';
import { organisations } from '@/db/schema/organisations';
import { segments } from '@/db/schema/segments';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { NotFound, violates } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { pausePoint } from '@/lib/pause-point';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { canManageSegments } from '../policy';
import { deadReferences, findReferences } from '../queries/references';
import type { SegmentDefinition } from '../schema/definition';
import type { AddSegmentInput, ChangeSegmentInput } from '../schema/segment';
import { lockSegment } from '../steps/lock-segment';

/** A sentence on what the definition points at in vain; null when all is well. */
async function problemOf(tx: Ctx, definition: SegmentDefinition, organisationId: string) {
  const [problem] = deadReferences(
    definition,
    await findReferences(tx, [definition], organisationId),
  );
  return problem ?? null;
}

type Added = Result<{ segmentId: string }, 'name_taken' | 'organisation_closed' | 'dead_reference'>;

async function add(tx: Ctx, input: AddSegmentInput): Promise<Added> {
  const { organisationId, name, definition } = input;
  const path = await organisationPath(tx, organisationId);
  if (!canManageSegments(tx.actor, path)) throw new NotFound('organisation');
  const [keeper] = await tx.db
    .select({ closedAt: organisations.closedAt })
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  if (keeper?.closedAt) return refuse('organisation_closed');
  const text = await problemOf(tx, definition, organisationId);
  if (text) return refuse('dead_reference', { detail: { text } });
  const segmentId = newId();
  await tx.db.insert(segments).values({
    ...{ id: segmentId, organisationId, name, definition: { ...definition } },
    createdBy: accountOf(tx.actor) ?? '',
    creatorLabel: tx.actor.kind === 'account' ? tx.actor.displayName : '系统',
    createdAt: tx.now,
    updatedAt: tx.now,
  });
  await recordAudit(tx, {
    action: 'add_segment',
    entityType: 'segment',
    entityId: segmentId,
    organisationId,
    after: { name, definition },
  });
  return ok({ segmentId });
}

const taken = { fieldErrors: { name: '这个单位已有同名的人群，请换个名字' } };

/**
 * Keeps a 人群 under a name at an organisation, for its officers and those below. Throws NotFound for an organisation
 * at which the actor may not.
 * Refuses `name_taken`; `organisation_closed`; `dead_reference` with the `text` of what it points at in vain.
 * @audited-by add
 */
export async function addSegment(ctx: Ctx, input: AddSegmentInput): Promise<Added> {
  try {
    return await transaction(ctx, (tx) => {
      authorize(canManageSegments.anywhere(tx.actor));
      return add(tx, input);
    });
  } catch (error) {
    if (!violates(error, 'segments_name_idx')) throw error;
    return refuse('name_taken', taken);
  }
}

type Changed = Result<
  { segmentId: string },
  'name_taken' | 'dead_reference' | 'changed_meanwhile' | 'archived'
>;

async function change(tx: Ctx, input: ChangeSegmentInput): Promise<Changed> {
  const { segmentId, version, name, definition } = input;
  const { segment, path } = await lockSegment(tx, segmentId);
  authorize(canManageSegments(tx.actor, path));
  await pausePoint('change-segment:locked');
  if (segment.archivedAt) return refuse('archived');
  if (segment.version !== version) {
    return refuse('changed_meanwhile', { detail: { version: segment.version } });
  }
  const text = await problemOf(tx, definition, segment.organisationId);
  if (text) return refuse('dead_reference', { detail: { text } });
  await tx.db
    .update(segments)
    .set({ name, definition: { ...definition }, version: version + 1, updatedAt: tx.now })
    .where(eq(segments.id, segmentId));
  await recordAudit(tx, {
    action: 'change_segment',
    entityType: 'segment',
    entityId: segmentId,
    organisationId: segment.organisationId,
    before: { name: segment.name, definition: segment.definition },
    after: { name, definition },
  });
  return ok({ segmentId });
}

/**
 * Changes the name or the conditions of a 人群. What was sent and what an offering asks stays as it was. Throws
 * NotFound for one that is not this officer's.
 * Refuses `name_taken`; `dead_reference` with `text`; `changed_meanwhile`; `archived`.
 * @audited-by change
 */
export async function changeSegment(ctx: Ctx, input: ChangeSegmentInput): Promise<Changed> {
  try {
    return await transaction(ctx, (tx) => {
      authorize(canManageSegments.anywhere(tx.actor));
      return change(tx, input);
    });
  } catch (error) {
    if (!violates(error, 'segments_name_idx')) throw error;
    return refuse('name_taken', taken);
  }
}
