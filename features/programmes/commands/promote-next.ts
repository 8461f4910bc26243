import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { bookings } from '@/db/schema/programmes';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { violates } from '@/lib/errors';
import { notify } from '@/lib/outbox';
import { pausePoint } from '@/lib/pause-point';
import { within } from '@/lib/transaction';
import { promotedNotice, skippedNotice } from '../messages';
import { type BookingRow, lockBookingRow, noticeFacts } from '../queries/booking-row';
import { bookingDueOn } from '../queries/due-on';
import { gatherFacts } from '../queries/facts';
import { decideEligibility } from '../rules/eligibility/decide';
import type { Places } from '../rules/places';
import { storePlaces } from './lock-places';
import { moveBooking } from './move-booking';

async function headOfQueue(tx: Ctx, sessionId: string): Promise<BookingRow | null> {
  const [head] = await tx.db
    .select({ id: bookings.id })
    .from(bookings)
    .where(and(eq(bookings.sessionId, sessionId), eq(bookings.status, 'waitlisted')))
    .orderBy(asc(bookings.queueNo))
    .limit(1);
  return head ? lockBookingRow(tx, head.id) : null;
}

interface Barred {
  /** For the ledger, which must not hold names. */
  readonly rule: string;
  readonly words: string;
}

/** Why the head cannot take the place any more, or null. That booking has closed since is no reason. */
async function whyBarred(tx: Ctx, head: BookingRow): Promise<Barred | null> {
  const gathered = await gatherFacts(tx, head);
  if (!gathered) return { rule: 'guardian', words: '孩子已不在您的家庭里' };
  const { failed } = decideEligibility(gathered.facts, ['window', 'duplicate']);
  if (!failed) return null;
  return { rule: failed.rule, words: [failed.reason, failed.note].filter(Boolean).join('，') };
}

async function promote(tx: Ctx, head: BookingRow): Promise<void> {
  const to = head.needsApproval ? 'pending' : 'booked';
  const patch = to === 'pending' ? { dueOn: await bookingDueOn(tx) } : {};
  const version = await moveBooking(tx, head, { to, type: 'promoted', by: '系统' }, patch);
  const notice = promotedNotice(noticeFacts(head, version), tx.now, to === 'pending');
  await notify(tx, { accountId: head.accountId, ...notice });
}

async function skip(tx: Ctx, head: BookingRow, reason: string): Promise<void> {
  const patch = { reason, decidedAt: tx.now };
  const move = { to: 'refused', type: 'skipped', by: '系统', note: reason } as const;
  const version = await moveBooking(tx, head, move, patch);
  const notice = skippedNotice(noticeFacts(head, version), reason);
  await notify(tx, { accountId: head.accountId, ...notice });
}

/** Promotes within a savepoint: a booking made elsewhere a moment ago may still forbid it. */
async function tryPromote(tx: Ctx, head: BookingRow): Promise<Barred | null> {
  const barred = await whyBarred(tx, head);
  if (barred) return barred;
  try {
    await tx.db.transaction((db) => promote({ ...tx, db: db as Database }, head));
    return null;
  } catch (error) {
    if (!violates(error, 'bookings_no_overlap')) throw error;
    return { rule: 'overlap', words: '和已有的预约时间冲突' };
  }
}

async function promoteOrSkip(tx: Ctx, head: BookingRow): Promise<'promoted' | 'skipped'> {
  const barred = await tryPromote(tx, head);
  if (barred) await skip(tx, head, barred.words);
  await recordAudit(tx, {
    action: barred ? 'skip_booking' : 'promote_booking',
    entityType: 'booking',
    entityId: head.id,
    organisationId: head.organiserId,
    before: { status: 'waitlisted', queueNo: head.queueNo },
    reason: barred?.rule,
  });
  return barred ? 'skipped' : 'promoted';
}

/**
 * Under the capacity lock: gives every free place to the next in the queue who may still have it, in
 * order, and stores the counters. Afterwards no place is free while someone waits (trust.md §4.4).
 * @open called by commands that have authorised; acts as the house
 * @param places the counters after whatever freed or added places
 */
export async function promoteNext(
  tx: Ctx,
  session: { id: string; startsAt: Date; live: boolean },
  places: Places,
): Promise<Places> {
  let { taken, waiting } = places;
  if (
    session.live &&
    session.startsAt > tx.now &&
    taken + places.reserved < places.capacity &&
    waiting > 0
  ) {
    await within(tx, asSystem(tx), async (house) => {
      while (taken + places.reserved < places.capacity && waiting > 0) {
        await pausePoint('promote:next');
        const head = await headOfQueue(house, session.id);
        if (!head) break;
        if ((await promoteOrSkip(house, head)) === 'promoted') taken++;
        waiting--;
      }
    });
  }
  const after = { ...places, taken, waiting };
  await storePlaces(tx, session.id, after);
  return after;
}
