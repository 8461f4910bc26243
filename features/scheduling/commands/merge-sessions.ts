import 'server-only';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { sessionMerges } from '@/db/schema/moves';
import { offeringSessions } from '@/db/schema/offerings';
import {
  type BookingRow,
  findBookingRows,
  noticeFacts,
} from '@/features/bookings/queries/booking-row';
import { openBookingStatuses } from '@/features/bookings/rules/booking';
import { answerDeadline, askedWhenMoved, sameMeetings } from '@/features/bookings/rules/moved';
import { type Mover, moveTogether } from '@/features/bookings/steps/move-together';
import { findMoveIneligibilities } from '@/features/eligibility/steps/find-ineligibility';
import { lockFamilies } from '@/features/eligibility/steps/lock-household';
import { canManageOfferings } from '@/features/offerings/policy';
import { periodLiteral, timedOf } from '@/features/offerings/rules/meetings';
import { sessionWhen } from '@/features/offerings/rules/times';
import { silenceOf } from '@/features/offerings/schema/offering';
import {
  type LockedOffering,
  lockSession,
  type SessionRow,
} from '@/features/offerings/steps/lock-offering';
import { releasePlace } from '@/features/places/rules/availability';
import { allocateFreedPlaces } from '@/features/places/steps/allocate-freed-places';
import { lockBothSessions } from '@/features/places/steps/lock-both-sessions';
import type { LockedAvailability } from '@/features/places/steps/lock-places';
import { tellReserved } from '@/features/places/steps/tell-reserved';
import { askWhoMoved } from '@/features/questions/steps/ask-again';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { NotFound, violates } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { notifyMany } from '@/lib/messaging/outbox-many';
import { pausePoint } from '@/lib/pause-point';
import { ok, type Result, refuse } from '@/lib/result';
import { readSettings } from '@/lib/settings';
import { transaction, within } from '@/lib/transaction';
import { mergedNotice } from '../messages';
import {
  inQueueOrder,
  joinPlaces,
  type MergeRefusal,
  missingSeats,
  refuseMerge,
} from '../rules/merge';
import type { MergeSessionsInput } from '../schema/merge';
import { moveAnswerHours } from '../settings';

type Refused = MergeRefusal | 'no_room' | 'changed_meanwhile' | 'holders_clash';
type Merged = { offeringId: string; mergeId: string; moved: number; stayed: number };

interface Merging extends LockedOffering {
  readonly from: SessionRow;
  readonly into: SessionRow;
  readonly left: LockedAvailability;
  readonly joined: LockedAvailability;
}

const isAsked = (b: BookingRow) => askedWhenMoved.some((status) => status === b.status);

/** Those who hold or wait for a place in the class, locked, in the order of its queue. */
async function lockOpen(systemTx: Ctx, sessionId: string): Promise<BookingRow[]> {
  const locked = await systemTx.db
    .select({ id: bookings.id, queueNo: bookings.queueNo })
    .from(bookings)
    .where(and(eq(bookings.sessionId, sessionId), inArray(bookings.status, openBookingStatuses)))
    .orderBy(asc(bookings.id))
    .for('update');
  const rows = await findBookingRows(
    systemTx,
    locked.map(({ id }) => id),
  );
  return rows.sort(inQueueOrder);
}

/** Everyone hears once: the new class, and until when to say whether its hours suit. */
async function tellAll(
  systemTx: Ctx,
  { into, offering }: Merging,
  movers: readonly BookingRow[],
  versions: ReadonlyMap<string, number>,
  answerBy: Date | null,
): Promise<void> {
  const { title: session, startsAt, endsAt, place, details: sessionDetails } = into;
  const there = { session, startsAt, endsAt, place, sessionDetails };
  const silence = silenceOf(offering.details);
  const notices = movers.map((b) => {
    const facts = noticeFacts({ ...b, ...there }, versions.get(b.id) ?? b.version);
    const asked = answerBy && isAsked(b) ? { until: answerBy, silence } : null;
    const notice = mergedNotice(facts, { asked, waits: b.status === 'waitlisted' }, systemTx.now);
    return { accountId: b.accountId, ...notice };
  });
  await notifyMany(systemTx, notices);
}

/** Who fits goes over with the same standing; the others stay, and keep their class alive. */
async function bringOver(
  systemTx: Ctx,
  m: Merging,
  open: readonly BookingRow[],
): Promise<Result<{ moved: BookingRow[]; versions: Map<string, number> }, 'no_room'>> {
  const { from, into, left, joined, organiser } = m;
  const target = { offeringId: into.offeringId, sessionId: into.id };
  const failed = await findMoveIneligibilities(systemTx, target, open);
  const moved = open.filter(({ id }) => !failed.has(id));
  const missing = missingSeats(joined, moved);
  if (missing > 0) return refuse('no_room', { detail: { missing, title: into.title } });
  const sameHours = sameMeetings(timedOf(from), timedOf(into));
  const { hours } = await readSettings(systemTx, { hours: moveAnswerHours });
  const first = new Date(Math.min(from.startsAt.getTime(), into.startsAt.getTime()));
  const answerBy = sameHours ? null : answerDeadline(first, hours, systemTx.now);
  let queueNo = joined.places.queueNext;
  const movers = moved.map((booking): Mover => {
    const waits = booking.status === 'waitlisted';
    const asks = answerBy !== null && isAsked(booking);
    return { booking, queueNo: waits ? queueNo++ : null, carveOutId: null, isAsked: asks };
  });
  const versions = await moveTogether(systemTx, movers, {
    ...{ sessionId: into.id, period: periodLiteral(timedOf(into)), startsAt: into.startsAt },
    ...{ answerBy, type: 'merged', by: organiser },
    note: `并到${into.title}，${sessionWhen(timedOf(into), systemTx.now)}，${into.place}`,
  });
  await allocateFreedPlaces(
    systemTx,
    from.id,
    moved.reduce((stock, b) => releasePlace(stock, b), left),
  );
  await allocateFreedPlaces(systemTx, into.id, joinPlaces(joined, moved));
  await tellAll(systemTx, m, moved, versions, answerBy);
  const ids = moved.map(({ id }) => id);
  await askWhoMoved(systemTx, target, ids);
  return ok({ moved, versions });
}

async function merge(tx: Ctx, input: MergeSessionsInput): Promise<Result<Merged, Refused>> {
  const { fromId, intoId, expected, reason } = input;
  const locked = await lockSession(tx, fromId);
  const { offering, path, session: from } = locked;
  authorize(canManageOfferings[offering.kind](tx.actor, path));
  const [into] = await tx.db
    .select()
    .from(offeringSessions)
    .where(and(eq(offeringSessions.id, intoId), eq(offeringSessions.offeringId, offering.id)));
  if (!into) throw new NotFound('session');
  if (fromId === intoId) return refuse('same_session');
  const { left, taken: joined } = await lockBothSessions(tx, fromId, intoId);
  await pausePoint('merge:locked');
  const merging: Merging = { ...locked, from, into, left, joined };
  const mergedBy = accountOf(tx.actor);
  if (!mergedBy) throw new Error('a merge without an officer');
  const id = newId();
  const done = await within(
    tx,
    asSystem(tx),
    async (systemTx): Promise<Result<Merged, Refused>> => {
      const open = await lockOpen(systemTx, fromId);
      const refused = refuseMerge(from, into, open, systemTx.now);
      if (refused) return refuse(refused);
      if (open.length !== expected) return refuse('changed_meanwhile');
      await lockFamilies(
        systemTx,
        open.map((b) => b.personId),
      );
      const brought = await bringOver(systemTx, merging, open);
      if (!brought.ok) return brought;
      const { moved, versions } = brought.value;
      if (moved.length === 0) return refuse('nobody');
      const stayed = open.length - moved.length;
      if (stayed === 0) {
        await tellReserved(systemTx, fromId, `并到“${into.title}”`);
        await systemTx.db
          .update(offeringSessions)
          .set({ cancelledAt: systemTx.now, cancelledReason: `并到“${into.title}”：${reason}` })
          .where(eq(offeringSessions.id, fromId));
      }
      await systemTx.db.insert(sessionMerges).values({
        ...{ id, offeringId: offering.id, organiserId: offering.organisationId },
        ...{ fromSessionId: fromId, intoSessionId: intoId, reason, stayed, mergedBy },
        moved: moved.map((b) => ({
          ...{ id: b.id, queueNo: b.queueNo, carveOutId: b.carveOutId },
          version: versions.get(b.id) ?? 0,
        })),
        mergedAt: systemTx.now,
      });
      return ok({ offeringId: offering.id, mergeId: id, moved: moved.length, stayed });
    },
  );
  if (!done.ok) return done;
  const { moved, stayed } = done.value;
  await recordAudit(tx, {
    action: 'merge_sessions',
    entityType: 'offering_session',
    entityId: fromId,
    organisationId: offering.organisationId,
    after: { into: intoId, moved, stayed },
    reason,
  });
  return done;
}

/**
 * 并班: brings everyone of one class into another of the same offering, in one transaction under both
 * capacity locks, each with the standing they have and told once; at other hours they are asked again as
 * when a session is moved. Who does not fit stays; a class that nobody is left in is cancelled. Source:
 * domain.md §3.5. Throws NotFound for a class that is not the officer's or of another offering.
 * Refuses `same_session`; `session_gone`, `begun`; `draw_open` before a draw; `nobody` when nobody fits;
 * `no_room` with how many places are `missing`; `changed_meanwhile` when the preview is older than the
 * class; `holders_clash` when somebody booked something else for those hours this moment.
 */
export async function mergeSessions(
  ctx: Ctx,
  input: MergeSessionsInput,
): Promise<Result<Merged, Refused>> {
  try {
    return await transaction(ctx, (tx) => merge(tx, input));
  } catch (error) {
    if (violates(error, 'bookings_no_overlap')) return refuse('holders_clash');
    throw error;
  }
}
