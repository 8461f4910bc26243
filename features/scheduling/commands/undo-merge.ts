import 'server-only';
import { eq } from 'drizzle-orm';
import { sessionMerges } from '@/db/schema/moves';
import { offeringSessions } from '@/db/schema/offerings';
import {
  type BookingRow,
  findBookingRows,
  lockBookingRow,
  noticeFacts,
} from '@/features/bookings/queries/booking-row';
import { bookingNoticeKey } from '@/features/bookings/rules/booking-notice';
import { type Mover, moveTogether } from '@/features/bookings/steps/move-together';
import { canManageOfferings } from '@/features/offerings/policy';
import { periodLiteral, timedOf } from '@/features/offerings/rules/meetings';
import { sessionWhen } from '@/features/offerings/rules/times';
import { lockSession } from '@/features/offerings/steps/lock-offering';
import { releasePlace } from '@/features/places/rules/availability';
import { reservedOffKey } from '@/features/places/rules/reserved-key';
import { allocateFreedPlaces } from '@/features/places/steps/allocate-freed-places';
import { lockBothSessions } from '@/features/places/steps/lock-both-sessions';
import { askedWhenMovedKey } from '@/features/questions/rules/asked-key';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { NotFound, violates } from '@/lib/errors';
import { recallMessages } from '@/lib/messaging/outbox';
import { notifyMany } from '@/lib/messaging/outbox-many';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction, within } from '@/lib/transaction';
import { mergeUndoneNotice } from '../messages';
import { joinPlaces, missingSeats } from '../rules/merge';
import type { UndoMergeInput } from '../schema/merge';

type Refused = 'undone_already' | 'begun' | 'moved_on' | 'no_room' | 'holders_clash';
type MergeRow = typeof sessionMerges.$inferSelect;

/** The merged bookings as they lie now, locked in order; those that have changed since are counted. */
async function lockMerged(systemTx: Ctx, merge: MergeRow) {
  const rows: BookingRow[] = [];
  let changed = 0;
  for (const { id, version } of [...merge.moved].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const row = await lockBookingRow(systemTx, id);
    if (row?.version === version && row.sessionId === merge.intoSessionId) rows.push(row);
    else changed += 1;
  }
  return { rows, changed };
}

/** What has not left is recalled; then each is told once that everything is as it was. */
async function tellBack(systemTx: Ctx, before: readonly BookingRow[], now: Date): Promise<void> {
  for (const b of before) {
    await recallMessages(systemTx, bookingNoticeKey(b));
    await recallMessages(systemTx, askedWhenMovedKey(b));
  }
  const after = await findBookingRows(
    systemTx,
    before.map(({ id }) => id),
  );
  await notifyMany(
    systemTx,
    after.map((b) => ({
      accountId: b.accountId,
      ...mergeUndoneNotice(noticeFacts(b, b.version), now),
    })),
  );
}

async function undo(tx: Ctx, { mergeId }: UndoMergeInput) {
  const [seen] = await tx.db.select().from(sessionMerges).where(eq(sessionMerges.id, mergeId));
  if (!seen) throw new NotFound('merge');
  const { offering, path, organiser, session: from } = await lockSession(tx, seen.fromSessionId);
  authorize(canManageOfferings[offering.kind](tx.actor, path));
  const { left, taken: into } = await lockBothSessions(tx, from.id, seen.intoSessionId);
  const [merge] = await tx.db.select().from(sessionMerges).where(eq(sessionMerges.id, mergeId));
  if (!merge || merge.undoneAt) return refuse('undone_already');
  if (from.startsAt <= tx.now) return refuse('begun');
  const undoneBy = accountOf(tx.actor);
  const done = await within(tx, asSystem(tx), async (systemTx): Promise<Result<null, Refused>> => {
    const { rows, changed } = await lockMerged(systemTx, merge);
    if (changed > 0) return refuse('moved_on', { detail: { changed } });
    const missing = missingSeats(left, rows);
    if (missing > 0) return refuse('no_room', { detail: { missing, title: from.title } });
    const was = new Map(merge.moved.map((one) => [one.id, one]));
    const movers = rows.map((booking): Mover => {
      const { queueNo = null } = was.get(booking.id) ?? {};
      return { booking, queueNo, carveOutId: null, isAsked: false };
    });
    const period = periodLiteral(timedOf(from));
    await moveTogether(systemTx, movers, {
      ...{ sessionId: from.id, period, startsAt: from.startsAt, answerBy: null },
      ...{ type: 'merge_undone', by: organiser },
      note: `还在${from.title}，${sessionWhen(timedOf(from), systemTx.now)}，${from.place}`,
    });
    if (from.cancelledAt) {
      await recallMessages(systemTx, reservedOffKey(from.id));
      const alive = { cancelledAt: null, cancelledReason: null };
      await systemTx.db.update(offeringSessions).set(alive).where(eq(offeringSessions.id, from.id));
    }
    const emptied = rows.reduce((stock, b) => releasePlace(stock, b), into);
    await allocateFreedPlaces(systemTx, merge.intoSessionId, emptied);
    await allocateFreedPlaces(systemTx, from.id, joinPlaces(left, rows));
    await tellBack(systemTx, rows, systemTx.now);
    await systemTx.db
      .update(sessionMerges)
      .set({ undoneAt: systemTx.now, undoneBy })
      .where(eq(sessionMerges.id, mergeId));
    return ok(null);
  });
  if (!done.ok) return done;
  await recordAudit(tx, {
    action: 'undo_merge',
    entityType: 'offering_session',
    entityId: from.id,
    organisationId: offering.organisationId,
    before: { into: merge.intoSessionId, moved: merge.moved.length },
  });
  return ok({ offeringId: offering.id });
}

/**
 * Takes a merge back while nothing has changed: everyone goes back to their class and their spot in its
 * queue, with an open place for one that a group kept, the class lives again, and each is told once. Throws
 * NotFound for a merge that is not the officer's.
 * Refuses `undone_already`; `begun` once the class would have begun; `moved_on` when some have answered,
 * left or been moved since, with how many have `changed`; `no_room` with how many places are `missing`;
 * `holders_clash` when somebody has booked something else for those hours.
 */
export async function undoMerge(
  ctx: Ctx,
  input: UndoMergeInput,
): Promise<Result<{ offeringId: string }, Refused>> {
  try {
    return await transaction(ctx, (tx) => undo(tx, input));
  } catch (error) {
    if (violates(error, 'bookings_no_overlap')) return refuse('holders_clash');
    throw error;
  }
}
