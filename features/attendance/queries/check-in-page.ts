import 'server-only';
import { type Looked, withReadAudit } from '@/features/bookings/queries/with-read-audit';
import { meetingsOf, timedOf } from '@/features/offerings/rules/meetings';
import type { Ctx } from '@/lib/ctx';
import { formatTime, todayOn } from '@/lib/dates';
import { attendanceStatusOf } from '../rules/attendance-status';
import { groupBy } from '../rules/group-by';
import { findCheckInPoint } from './check-in-point';
import { countPresent } from './counts';
import { entriesAbout } from './entries';
import { searchHolders } from './holders';

/** What the check-in page shows of a session: its meeting of today, the counter, and whom `q` finds. */
export async function getCheckIn(ctx: Ctx, offering: Looked, sessionId: string, q: string) {
  return withReadAudit(ctx, offering, async (tx) => {
    const door = await findCheckInPoint(tx, sessionId);
    const today = todayOn(tx.now);
    const days = meetingsOf(timedOf(door));
    const found = q === '' ? [] : await searchHolders(tx, sessionId, q);
    const entries = await entriesAbout(
      tx,
      found.map((h) => h.bookingId),
      [],
    );
    const todays = groupBy(
      entries.filter((e) => e.meetingOn === today),
      (e) => e.bookingId,
    );
    const counts = await countPresent(tx, sessionId, today);
    const hits = found.map((h) => {
      const { state, at } = attendanceStatusOf(todays.get(h.bookingId) ?? []);
      const came = state === 'present' && at ? `已签到 ${formatTime(at)}` : null;
      const { bookingId, name, tail, phoneTail, number } = h;
      return { bookingId, name, tail, phoneTail, number, came };
    });
    const meeting = days.find((m) => m.on === today) ?? null;
    const next = days.find((m) => m.on > today) ?? null;
    return { door, meeting, next, counts, hits, now: tx.now };
  });
}
