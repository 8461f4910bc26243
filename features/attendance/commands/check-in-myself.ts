import 'server-only';
import { moveOnRoll } from '@/features/bookings/steps/move-on-roll';
import { isCourse, timedOf } from '@/features/offerings/rules/meetings';
import { recordEntries } from '@/features/rolls/steps/record-entries';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { formatTime } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction, within } from '@/lib/transaction';
import { arrivalOf } from '../queries/my-arrival';
import { readRoom } from '../queries/room-code';
import { refuseSelf, type SelfRefusal } from '../rules/self-check-in';
import type { CheckInMyselfInput } from '../schema/check-in';

/**
 * 自助签到: a member in the room, who scanned the code on the screen (or the poster), checks in for
 * their own place; inside the time window of a meeting of today, and once. 托管班 are signed in by the
 * staff who take the child over, never by a scan.
 * Refuses `no_place` for who holds none in this session.
 * @open anyone with a place in the session; the ticket of the scanned code says that they are there
 */
export async function checkInMyself(
  ctx: Ctx,
  { ticket, bookingId }: CheckInMyselfInput,
): Promise<Result<{ at: string }, SelfRefusal | 'expired' | 'forged' | 'other_phone'>> {
  return transaction(ctx, async (tx) => {
    const read = readRoom(tx, ticket);
    if (!read.ok) return refuse(read.reason);
    const { sessionId, way } = read.room;
    const arrival = await arrivalOf(tx, sessionId);
    const place = arrival?.places.find((p) => p.bookingId === bookingId);
    if (!arrival || !place) return refuse('no_place');
    const { door, window } = arrival;
    const stop = refuseSelf({ ...arrival, places: [place] });
    if (stop) return refuse(stop.reason, { detail: stop.detail });
    const came = place.attendance.at;
    if (came || 'refusal' in window) return ok({ at: formatTime(came ?? tx.now) });
    const accountId = accountOf(tx.actor);
    await within(tx, asSystem(tx), async (systemTx) => {
      const entry = { id: newId(), bookingId, sessionId, meetingOn: window.meeting.on, way };
      const { round } = place.attendance;
      await recordEntries(systemTx, [
        { ...entry, kind: 'in', at: systemTx.now, byAccount: accountId, round },
      ]);
      if (isCourse(timedOf(door))) return;
      const by = '本人现场扫码';
      const move = { to: 'attended', type: 'attended', by, accountId } as const;
      await moveOnRoll(systemTx, { bookingIds: [bookingId], ...move });
    });
    await recordAudit(tx, {
      action: 'check_in_myself',
      entityType: 'booking',
      entityId: bookingId,
      organisationId: door.organiserId,
      after: { way, on: window.meeting.on },
    });
    return ok({ at: formatTime(tx.now) });
  });
}
