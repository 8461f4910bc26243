import { type BookingStatus, bookingStatusLabels } from '@/features/bookings/rules/booking';
import { todayOn } from '@/lib/dates';
import { type AttendanceEntry, attendanceStatusOf } from './attendance-status';
import { groupBy } from './group-by';
import { type CheckInPoint, isRepeat, refuseArrival, type ScanRefusal } from './judge';
import { otherSessionWords } from './result';

interface Whose {
  readonly bookingId: string;
  readonly sessionId: string;
  readonly offeringId: string;
  readonly status: BookingStatus;
  readonly cancelledAt?: Date | null;
  readonly session: string;
  readonly startsAt: Date;
}

export interface Scanned<H extends Whose> {
  readonly id: string;
  readonly at: Date;
  readonly holder: H | null;
  readonly refusal: ScanRefusal | null;
}

interface Known extends AttendanceEntry {
  readonly id: string;
  readonly bookingId: string;
  readonly meetingOn: string;
}

export interface Sorted<S, K> {
  /** May come in; `round` as the ledger wants it. */
  readonly fresh: readonly (S & { round: number })[];
  /** Already present, by this entry or by a scan of the same batch. */
  readonly repeats: readonly { scan: S; round: number; first: K | null }[];
  /** Sent before under the same id. */
  readonly replays: readonly { scan: S; entry: K }[];
  readonly refused: readonly { scan: S; reason: ScanRefusal; detail?: string }[];
}

const dayKey = (bookingId: string, on: string) => `${bookingId} ${on}`;

/** What stands beside a refusal; another offering's name is not this door's to know. */
function detailOf(
  door: CheckInPoint & { offeringId: string },
  holder: Whose | null,
  reason: ScanRefusal,
  now: Date,
) {
  if (!holder) return undefined;
  if (reason === 'not_holding') return `状态是“${bookingStatusLabels[holder.status]}”`;
  if (reason !== 'wrong_session' || holder.offeringId !== door.offeringId) return undefined;
  return otherSessionWords(holder.session, holder.startsAt, now);
}

/**
 * Decides about a batch in the order of the scans: what is new, what only repeats, what was sent
 * before, what is refused and why. The index has the last word about what is new (two devices at once).
 */
export function sortScans<H extends Whose, S extends Scanned<H>, K extends Known>(
  scans: readonly S[],
  known: readonly K[],
  door: CheckInPoint & { offeringId: string },
  now: Date,
): Sorted<S, K> {
  const sent = new Map(known.map((entry) => [entry.id, entry]));
  const byDay = groupBy(known, (entry) => dayKey(entry.bookingId, entry.meetingOn));
  const taken = new Map<string, number>();
  const out = {
    fresh: [] as (S & { round: number })[],
    repeats: [] as { scan: S; round: number; first: K | null }[],
    replays: [] as { scan: S; entry: K }[],
    refused: [] as { scan: S; reason: ScanRefusal; detail?: string }[],
  };
  const refuse = (scan: S, reason: ScanRefusal) =>
    out.refused.push({ scan, reason, detail: detailOf(door, scan.holder, reason, now) });

  for (const scan of scans.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    const { holder } = scan;
    const earlier = sent.get(scan.id);
    if (scan.refusal || !holder) {
      refuse(scan, scan.refusal ?? 'unknown');
      continue;
    }
    if (earlier) {
      // An id belongs to one person: with another's code it is a broken device, not a replay.
      if (earlier.bookingId === holder.bookingId) out.replays.push({ scan, entry: earlier });
      else refuse(scan, 'unreadable');
      continue;
    }
    const reason = refuseArrival(door, holder, scan.at, now);
    if (reason) {
      refuse(scan, reason);
      continue;
    }
    const key = dayKey(holder.bookingId, todayOn(scan.at));
    const entries = byDay.get(key) ?? [];
    const attendance = attendanceStatusOf(entries);
    const { round } = attendance;
    if (isRepeat(attendance)) {
      const first = entries.findLast((e) => e.kind === 'in' && e.repeatOf === null) ?? null;
      out.repeats.push({ scan, round, first });
    } else if (taken.get(key) === round) {
      out.repeats.push({ scan, round, first: null });
    } else {
      taken.set(key, round);
      out.fresh.push({ ...scan, round });
    }
  }
  return out;
}
