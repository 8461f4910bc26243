import 'server-only';
import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { sessionMerges } from '@/db/schema/moves';
import { offeringSessions } from '@/db/schema/offerings';
import { findBookingRows } from '@/features/bookings/queries/booking-row';
import { type Looked, withReadAudit } from '@/features/bookings/queries/with-read-audit';
import { openBookingStatuses } from '@/features/bookings/rules/booking';
import { sameMeetings } from '@/features/bookings/rules/moved';
import { ineligibleWordsAtDesk } from '@/features/eligibility/rules/ineligibility';
import { findMoveIneligibilities } from '@/features/eligibility/steps/find-ineligibility';
import type { DeskSession } from '@/features/offerings/queries/sessions-of';
import { timedOf } from '@/features/offerings/rules/meetings';
import { asSystem, type Ctx } from '@/lib/ctx';
import { read, within } from '@/lib/transaction';
import {
  inQueueOrder,
  type MergeRefusal,
  missingSeats,
  needsSeat,
  refuseMerge,
} from '../rules/merge';

export interface MergePreview {
  readonly refused: MergeRefusal | null;
  /** The hours are the same: nobody is asked again. */
  readonly sameHours: boolean;
  /** Who goes over with a place, and who waits on there. */
  readonly placed: number;
  readonly waiting: number;
  /** Seats that the other class lacks for them. */
  readonly missing: number;
  /** Who does not fit and stays, names masked, with why. */
  readonly misfits: readonly { id: string; number: string; attendee: string; words: string }[];
}

/**
 * Who of one class fits into another and who does not, before anybody is moved: the rules of every move on
 * the other class's days. The caller holds an offering from `getDeskOffering`, so scope is decided.
 */
export async function previewMerge(
  ctx: Ctx,
  offering: Looked,
  from: DeskSession,
  into: DeskSession,
): Promise<MergePreview> {
  return withReadAudit(ctx, offering, (tx) =>
    within(tx, asSystem(tx), async (systemTx) => {
      const rows = await systemTx.db
        .select({ id: bookings.id, attendee: bookings.attendeeMasked })
        .from(bookings)
        .where(and(eq(bookings.sessionId, from.id), inArray(bookings.status, openBookingStatuses)))
        .orderBy(asc(bookings.createdAt));
      const found = await findBookingRows(
        systemTx,
        rows.map(({ id }) => id),
      );
      const open = found.sort(inQueueOrder);
      const target = { offeringId: offering.id, sessionId: into.id };
      const failed = await findMoveIneligibilities(systemTx, target, open);
      const fits = open.filter(({ id }) => !failed.has(id));
      const numbers = new Map(open.map(({ id, number }) => [id, number]));
      const places = { ...into, overridden: 0, queueNext: 1 };
      return {
        refused: refuseMerge(from, into, open, systemTx.now),
        sameHours: sameMeetings(timedOf(from), timedOf(into)),
        placed: fits.filter((b) => b.status !== 'waitlisted').length,
        waiting: fits.filter((b) => b.status === 'waitlisted').length,
        missing: missingSeats({ places }, fits.filter(needsSeat)),
        misfits: rows.flatMap(({ id, attendee }) => {
          const check = failed.get(id);
          if (!check) return [];
          const words = ineligibleWordsAtDesk(check);
          return [{ id, number: numbers.get(id) ?? '', attendee, words }];
        }),
      };
    }),
  );
}

/** What was merged in an offering, newest first, with whether it may still be taken back by its time. */
export async function listMerges(ctx: Ctx, offeringId: string) {
  return read(ctx, async (tx) => {
    const rows = await tx.db
      .select()
      .from(sessionMerges)
      .where(eq(sessionMerges.offeringId, offeringId))
      .orderBy(desc(sessionMerges.mergedAt))
      .limit(10);
    const ids = rows.flatMap((row) => [row.fromSessionId, row.intoSessionId]);
    const named = await tx.db
      .select({ id: offeringSessions.id, title: offeringSessions.title })
      .from(offeringSessions)
      .where(inArray(offeringSessions.id, ids));
    const titleOf = (id: string) => named.find((s) => s.id === id)?.title ?? '';
    return rows.map((row) => ({
      id: row.id,
      from: titleOf(row.fromSessionId),
      into: titleOf(row.intoSessionId),
      moved: row.moved.length,
      stayed: row.stayed,
      mergedAt: row.mergedAt,
      undoneAt: row.undoneAt,
    }));
  });
}

export type MergeLine = Awaited<ReturnType<typeof listMerges>>[number];
