import 'server-only';
import type { Database } from '@/db/client';
import {
  type BookingRow,
  lockBookingRow,
  noticeFacts,
} from '@/features/bookings/queries/booking-row';
import { moveBooking } from '@/features/bookings/steps/move-booking';
import { recordRulesVersion } from '@/features/bookings/steps/record-rules-version';
import {
  findIneligibility,
  type Ineligibility,
} from '@/features/eligibility/steps/find-ineligibility';
import { seatsLeft } from '@/features/offerings/rules/offering';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { violates } from '@/lib/errors';
import { notify } from '@/lib/messaging/outbox';
import { pausePoint } from '@/lib/pause-point';
import { within } from '@/lib/transaction';
import { promotedNotice, skippedNotice } from '../messages';
import { listQueue, readWaitlistContext, type WaitlistContext } from '../queries/waitlist-context';
import { releasePlace, takePlace } from '../rules/availability';
import { groupsOf } from '../rules/criteria';
import type { Places } from '../rules/places';
import { type Next, nextInQueue, type Waiting } from '../rules/queue';
import { type LockedAvailability, readCarveOuts, storeAvailability } from './lock-places';
import { makeOffer } from './make-offer';

/** More than one place is passed on at a time only when a session grows. */
const BATCH = 50;

const worthLooking = ({ waiting, ...places }: Places): boolean =>
  waiting > 0 && seatsLeft({ ...places, waiting }) + places.reserved > 0;

async function promote(tx: Ctx, head: BookingRow, carveOutId: string | null): Promise<void> {
  const to = head.needsApproval ? 'pending' : 'booked';
  const move = { to, type: 'promoted', by: '系统' } as const;
  const version = await moveBooking(tx, head, move, { carveOutId });
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

/** Within a savepoint: a booking made elsewhere a moment ago may still forbid it. */
async function tryGive(
  tx: Ctx,
  head: BookingRow,
  { carveOutId }: Next,
  { waitlist }: WaitlistContext,
): Promise<Ineligibility | null> {
  const ineligible = await findIneligibility(tx, head);
  if (ineligible) return ineligible;
  await recordRulesVersion(tx, head.id);
  try {
    await tx.db.transaction(async (db) => {
      const inner = { ...tx, db: db as Database };
      if (waitlist.mode === 'promote') await promote(inner, head, carveOutId);
      else await makeOffer(inner, head, { carveOutId, source: 'waitlist', waitlist });
    });
    return null;
  } catch (error) {
    if (!violates(error, 'bookings_no_overlap')) throw error;
    return { rule: 'overlap', words: '和已有的预约时间冲突' };
  }
}

const auditNames: Record<WaitlistContext['waitlist']['mode'] | 'skip', string> = {
  offer: 'offer_place',
  promote: 'promote_booking',
  skip: 'skip_booking',
};

/** Gives the place to whose turn it is, or ends their waiting with the reason. */
async function serve(tx: Ctx, next: Next, stock: LockedAvailability, context: WaitlistContext) {
  const head = await lockBookingRow(tx, next.id);
  if (!head) throw new Error('a waiting booking is gone under its lock');
  const ineligible = await tryGive(tx, head, next, context);
  // 名额配额: the places of their town or unit are taken for now, so they wait on and the next is asked.
  if (ineligible?.rule === 'quota') return stock;
  if (ineligible) await skip(tx, head, ineligible.words);
  await recordAudit(tx, {
    action: auditNames[ineligible ? 'skip' : context.waitlist.mode],
    entityType: 'booking',
    entityId: head.id,
    organisationId: head.organiserId,
    before: { status: 'waitlisted', queueNo: head.queueNo },
    reason: ineligible?.rule,
  });
  const left = releasePlace(stock, { status: 'waitlisted', carveOutId: null, isOverride: false });
  return ineligible ? left : takePlace(left, next.carveOutId);
}

/**
 * The queue in portions; one portion is all of it while a kept place waits for whoever it fits, or where
 * siblings go together, whom no portion may cut apart.
 */
async function portion(
  tx: Ctx,
  sessionId: string,
  stock: LockedAvailability,
  { together, after }: { together: boolean; after: number },
) {
  const limit = together || stock.places.reserved > 0 ? stock.places.waiting : BATCH;
  const rows = await listQueue(tx, sessionId, after, limit);
  const waiting: Waiting[] = rows.map((row) => ({
    id: row.id,
    groups: groupsOf(stock.carveOuts, row.member),
    household: together ? row.householdId : null,
  }));
  return { waiting, last: rows.at(-1)?.queueNo ?? after };
}

async function serveAll(
  tx: Ctx,
  sessionId: string,
  before: LockedAvailability,
  context: WaitlistContext,
) {
  let stock = before;
  const { together } = context;
  let { waiting, last } = await portion(tx, sessionId, stock, { together, after: 0 });
  while (worthLooking(stock.places) && waiting.length > 0) {
    const next = nextInQueue(stock, waiting);
    if (!next) break;
    await pausePoint('promote:next');
    stock = await serve(tx, next, stock, context);
    waiting = waiting.filter((w) => w.id !== next.id);
    if (waiting.length > 0) continue;
    ({ waiting, last } = await portion(tx, sessionId, stock, { together, after: last }));
  }
  return stock;
}

/**
 * Under the capacity lock: gives every free place to whose turn it is, as an offer that holds it or at
 * once, as the offering's terms say, and stores the counters. Who may not have it any more is told so
 * and the next one is asked. Afterwards no place is free while someone who may have it waits.
 * @open called by commands that have authorised; acts as the system
 * @param stock the places after whatever freed or added some
 */
export async function allocateFreedPlaces(
  tx: Ctx,
  sessionId: string,
  stock: LockedAvailability,
): Promise<LockedAvailability> {
  let after = stock;
  if (worthLooking(stock.places)) {
    const context = await readWaitlistContext(tx, sessionId);
    const open = !context.ended && !context.started && !context.waitlist.paused;
    if (open) {
      after = await within(tx, asSystem(tx), (systemTx) =>
        serveAll(systemTx, sessionId, stock, context),
      );
    }
  }
  await storeAvailability(tx, sessionId, after);
  return after;
}

/**
 * A place that stands free although people wait is one that a family 同进同退 was too large for: who has
 * just come behind them may have it. Under the capacity lock.
 */
export async function allocateIdlePlaces(
  tx: Ctx,
  sessionId: string,
  places: Places,
): Promise<void> {
  if (seatsLeft(places) <= 0) return;
  const carveOuts = places.reserved === 0 ? [] : await readCarveOuts(tx, sessionId);
  await allocateFreedPlaces(tx, sessionId, { places, carveOuts });
}
