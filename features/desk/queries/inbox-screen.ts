import 'server-only';
import { canDecideBookings } from '@/features/bookings/policy';
import { canReviewApplication } from '@/features/members/policy';
import { listTowns } from '@/features/organisations/queries/organisations';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { type InboxFilter, type Matter, matters } from '../schema/inbox';
import { countNarrowed, listInbox } from './inbox';
import { countInbox } from './inbox-counts';
import { listSavedFilters, listSharePlaces } from './saved-filters';
import { findUndoOffer } from './undo-offer';

/**
 * The kinds of case this officer decides somewhere. In the order of the inbox.
 */
export function caseKindsOf(ctx: Ctx): Matter[] {
  const permissions = { membership: canReviewApplication, ...canDecideBookings };
  return matters.filter((kind) => permissions[kind].anywhere(ctx.actor));
}

/** Everything on the left side of the inbox, and the undo of the last decision. */
export async function readInbox(ctx: Ctx, filter: InboxFilter) {
  const [page, counts, towns, undo, total, saved, places] = await Promise.all([
    listInbox(ctx, filter),
    countInbox(ctx),
    listTowns(ctx),
    findUndoOffer(ctx, filter.undo),
    countNarrowed(ctx, filter),
    listSavedFilters(ctx),
    listSharePlaces(ctx),
  ]);
  return {
    ...page,
    counts,
    towns,
    undo,
    saved,
    places,
    total,
    /** What 全选 takes: the narrowed list, or all that waits; null where a search was not counted. */
    selectable: total ?? (filter.q === '' ? counts.waiting : null),
    matters: caseKindsOf(ctx),
    today: todayOn(ctx.now),
  };
}
