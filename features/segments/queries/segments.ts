import 'server-only';
import { and, asc, count, desc, eq, inArray, isNotNull, isNull, type SQL } from 'drizzle-orm';
import { organisations } from '@/db/schema/organisations';
import { segments } from '@/db/schema/segments';
import { canSeeMembers } from '@/features/members/policy';
import { inScope, organisationPath } from '@/features/organisations/queries/scope';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { read } from '@/lib/transaction';
import { canManageSegments } from '../policy';
import { segmentLines } from '../rules/segment-words';
import { type SegmentDefinition, segmentDefinition } from '../schema/definition';
import type { SegmentFilter } from '../schema/segment';
import { deadReferences, findReferences } from './references';

const PAGE = 20;

const columns = {
  id: segments.id,
  name: segments.name,
  organisationId: segments.organisationId,
  organisation: organisations.shortName,
  definition: segments.definition,
  version: segments.version,
  creator: segments.creatorLabel,
  updatedAt: segments.updatedAt,
  archivedAt: segments.archivedAt,
};

const found = (tx: Ctx) =>
  tx.db
    .select(columns)
    .from(segments)
    .innerJoin(organisations, eq(organisations.id, segments.organisationId));

const opened = <T extends { definition: Record<string, unknown> }>(row: T) => ({
  ...row,
  definition: segmentDefinition.parse(row.definition) as SegmentDefinition,
});

/**
 * A page of the 人群 that this officer may use: own ones, those shared from above, and those of organisations below;
 * the last changed first, twenty a page. The row policies hold the scope.
 */
export async function listSegments(ctx: Ctx, { state, page: wanted }: SegmentFilter) {
  return read(ctx, async (tx) => {
    const where =
      state === 'archived' ? isNotNull(segments.archivedAt) : isNull(segments.archivedAt);
    const [counted] = await tx.db.select({ n: count() }).from(segments).where(where);
    const total = counted?.n ?? 0;
    const pages = Math.max(1, Math.ceil(total / PAGE));
    const page = Math.min(wanted, pages);
    const rows = await found(tx)
      .where(where)
      .orderBy(desc(segments.updatedAt), desc(segments.id))
      .limit(PAGE)
      .offset((page - 1) * PAGE);
    const read = rows.map(opened);
    const references = await findReferences(
      tx,
      read.map((row) => row.definition),
      null,
    );
    const items = await Promise.all(
      read.map(async (row) => ({
        ...row,
        mine: canManageSegments(tx.actor, await organisationPath(tx, row.organisationId)),
        lines: segmentLines(row.definition.root, references.names),
        problems: deadReferences(row.definition, references),
      })),
    );
    return { items, page, pages, total, now: tx.now };
  });
}

export type SegmentItem = Awaited<ReturnType<typeof listSegments>>['items'][number];

/**
 * One 人群 with its words, what is wrong with it, and at which organisations this officer may write to its people:
 * where it is kept, or below that. Throws NotFound for one that is neither theirs nor shared with them.
 */
export async function getSegment(ctx: Ctx, id: string) {
  if (!isUuid(id)) throw new NotFound('segment');
  return read(ctx, async (tx) => {
    const [row] = await found(tx).where(eq(segments.id, id));
    if (!row || !canSeeMembers.anywhere(tx.actor)) throw new NotFound('segment');
    const segment = opened(row);
    const path = await organisationPath(tx, row.organisationId);
    const references = await findReferences(tx, [segment.definition], row.organisationId);
    return {
      ...segment,
      mine: canManageSegments(tx.actor, path),
      lines: segmentLines(segment.definition.root, references.names),
      problems: deadReferences(segment.definition, references),
      senders: await sendersOf(tx, row.organisationId, path),
      now: tx.now,
    };
  });
}

export type SegmentView = Awaited<ReturnType<typeof getSegment>>;

/** Where the officer writes from: the keeper of the 人群 if they are of it or above it, else their own places below. */
async function sendersOf(tx: Ctx, organisationId: string, path: readonly string[]) {
  const own = canManageSegments.organisationsOf(tx.actor);
  const where: SQL | undefined = canManageSegments(tx.actor, path)
    ? eq(organisations.id, organisationId)
    : and(inScope(organisations.id, [organisationId]), inArray(organisations.id, own));
  return tx.db
    .select({ id: organisations.id, name: organisations.shortName })
    .from(organisations)
    .where(and(where, isNull(organisations.closedAt)))
    .orderBy(asc(organisations.shortName))
    .limit(50);
}
