import 'server-only';
import { and, eq } from 'drizzle-orm';
import { savedFilters } from '@/db/schema/desk';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { NotFound, violates } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { ok, type Result, refuse } from '@/lib/result';
import { readSettings } from '@/lib/settings';
import { transaction } from '@/lib/transaction';
import { hasInbox } from '../policy';
import { savedQuery } from '../rules/saved-query';
import type { SaveFilter } from '../schema/saved-filters';
import { filtersMost } from '../settings';

type Reason = 'nothing_to_save' | 'too_many_filters' | 'name_taken' | 'not_your_place';

async function save(tx: Ctx, input: SaveFilter): Promise<Result<{ filterId: string }, Reason>> {
  authorize(hasInbox(tx.actor) && tx.actor.kind === 'account');
  const savedBy = accountOf(tx.actor) ?? '';
  const query = savedQuery(input.back ?? '');
  if (query === '') return refuse('nothing_to_save');
  const organisationId = input.shareWith === '' ? null : input.shareWith;
  const places = tx.actor.kind === 'account' ? tx.actor.grants : [];
  if (organisationId && !places.some((grant) => grant.organisationId === organisationId)) {
    return refuse('not_your_place');
  }
  const { filtersMost: most } = await readSettings(tx, { filtersMost });
  const saved = await tx.db.$count(savedFilters, eq(savedFilters.savedBy, savedBy));
  if (saved >= most) return refuse('too_many_filters', { detail: { most } });
  const id = newId();
  await tx.db.insert(savedFilters).values({ id, savedBy, organisationId, name: input.name, query });
  await recordAudit(tx, {
    action: 'save_filter',
    entityType: 'inbox',
    entityId: id,
    organisationId,
    after: { name: input.name, query },
  });
  return ok({ filterId: id });
}

/**
 * Stores the filter of the list under a name, for oneself or for the officers of one’s organisation. Words that were
 * searched for are left out: they name people.
 * Refuses `nothing_to_save` for the whole list; `too_many_filters` with `most`; `name_taken`; `not_your_place`.
 * @audited-by save
 */
export async function saveFilter(
  ctx: Ctx,
  input: SaveFilter,
): Promise<Result<{ filterId: string }, Reason>> {
  try {
    return await transaction(ctx, (tx) => save(tx, input));
  } catch (error) {
    if (!violates(error, 'saved_filters_name_idx')) throw error;
    return refuse('name_taken', { fieldErrors: { name: '已有同名的筛选，请换个名字' } });
  }
}

/** Takes one’s own saved filter away, from everybody it was shared with. Throws NotFound for another’s. */
export async function removeFilter(
  ctx: Ctx,
  { filterId }: { filterId: string },
): Promise<Result<{ filterId: string }>> {
  return transaction(ctx, async (tx) => {
    authorize(hasInbox(tx.actor));
    const mine = eq(savedFilters.savedBy, accountOf(tx.actor) ?? '');
    const gone = await tx.db
      .delete(savedFilters)
      .where(and(eq(savedFilters.id, filterId), mine))
      .returning({ name: savedFilters.name });
    if (gone.length === 0) throw new NotFound('saved filter');
    await recordAudit(tx, {
      action: 'remove_filter',
      entityType: 'inbox',
      entityId: filterId,
      before: { name: gone[0]?.name },
    });
    return ok({ filterId });
  });
}
