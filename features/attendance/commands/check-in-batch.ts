import 'server-only';
import { ownBookingsIn } from '@/features/bookings/queries/own-in-session';
import { moveOnRoll, recordLateArrivals } from '@/features/bookings/steps/move-on-roll';
import { isCourse, timedOf } from '@/features/offerings/rules/meetings';
import { type NewEntry, recordEntries } from '@/features/rolls/steps/record-entries';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction, within } from '@/lib/transaction';
import { findCheckInPoint, type OpenCheckInPoint } from '../queries/check-in-point';
import { countPresent } from '../queries/counts';
import { entriesAbout } from '../queries/entries';
import { type ReadScan, readScans } from '../queries/read-scans';
import { cameBeforeCancelling } from '../rules/judge';
import type { ScanResult } from '../rules/result';
import { sortScans } from '../rules/sort-scans';
import type { CheckInBatchInput } from '../schema/check-in';
import { answerScans } from '../steps/answer-scans';

export interface BatchAnswer {
  readonly results: readonly ScanResult[];
  readonly present: number;
  readonly expected: number;
}

/** The ledger's line for a scan that may come in. */
const entryOf = (
  scan: ReadScan & { round: number },
  door: OpenCheckInPoint,
  deviceId: string,
  by: string | null,
): NewEntry => ({
  id: scan.id,
  bookingId: scan.holder?.bookingId ?? '',
  sessionId: door.id,
  meetingOn: todayOn(scan.at),
  kind: 'in',
  at: scan.at,
  way: scan.way,
  deviceId,
  byAccount: by,
  round: scan.round,
});

/**
 * 签到: takes in the scans of one device at one door, online one by one or up to 500 at once after an
 * offline spell. Each row gets its own answer and none stops another; sent twice, a scan changes
 * nothing; of two devices that scanned one code the first recorded counts and the second is kept as a
 * repeat (B07); one's own and one's family's are a colleague's to take in (回避). One sitting's booking becomes 已签到 at once, a course's at its end. Statements: about
 * ten, however many scans.
 * Refuses `by_class_staff` for 托管班.
 * @authorized-by findCheckInPoint canDecideBookings of the offering's kind
 */
export async function checkInBatch(
  ctx: Ctx,
  { sessionId, deviceId, scans }: CheckInBatchInput,
): Promise<Result<BatchAnswer, 'by_class_staff'>> {
  return transaction(ctx, async (tx) => {
    const door = await findCheckInPoint(tx, sessionId);
    if (door.kind === 'childcare') return refuse('by_class_staff');
    const by = accountOf(tx.actor);
    const own = await ownBookingsIn(tx, sessionId);
    const answer = await within(tx, asSystem(tx), async (systemTx) => {
      const read = (await readScans(systemTx, sessionId, scans)).map((scan) =>
        own.has(scan.holder?.bookingId ?? '') ? { ...scan, refusal: 'own_case' as const } : scan,
      );
      const bookingIds = read.flatMap((s) => (s.holder ? [s.holder.bookingId] : []));
      const before = await entriesAbout(
        systemTx,
        bookingIds,
        read.map((s) => s.id),
      );
      const sorted = sortScans(read, before, door, systemTx.now);
      const entries = sorted.fresh.map((scan) => entryOf(scan, door, deviceId, by));
      const written = await recordEntries(systemTx, entries);
      const stamp = { deviceId, byAccount: by };
      const { results, repeats } = await answerScans(systemTx, { sorted, written, stamp });
      await recordEntries(systemTx, repeats);
      if (!isCourse(timedOf(door))) {
        const came = entries.filter((e) => written.has(e.id)).map((e) => e.bookingId);
        await moveOnRoll(systemTx, {
          bookingIds: came,
          to: 'attended',
          type: 'attended',
          by: '现场签到',
          accountId: by,
        });
      }
      const late = sorted.fresh.flatMap((scan) =>
        scan.holder && written.has(scan.id) && cameBeforeCancelling(scan.holder, scan.at)
          ? [scan.holder.bookingId]
          : [],
      );
      await recordLateArrivals(systemTx, { bookingIds: late, by: '现场签到', accountId: by });
      const counts = await countPresent(systemTx, sessionId, todayOn(systemTx.now));
      return { results, ...counts, written: written.size, repeats: repeats.length };
    });
    const { results, present, expected, written, repeats } = answer;
    if (written + repeats > 0) {
      await recordAudit(tx, {
        action: 'check_in',
        entityType: 'offering_session',
        entityId: sessionId,
        organisationId: door.organiserId,
        after: { written, repeats, scans: scans.length, device: deviceId },
      });
    }
    return ok({ results, present, expected });
  });
}
