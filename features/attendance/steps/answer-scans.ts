import 'server-only';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { checkIns } from '@/db/schema/attendance';
import type { NewEntry } from '@/features/rolls/steps/record-entries';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import type { EntryOfBooking } from '../queries/entries';
import type { ReadScan } from '../queries/read-scans';
import { cameBeforeCancelling } from '../rules/judge';
import type { ScanResult } from '../rules/result';
import type { Sorted } from '../rules/sort-scans';

interface Recorded {
  readonly sorted: Sorted<ReadScan, EntryOfBooking>;
  /** What the index let in. */
  readonly written: ReadonlySet<string>;
  /** Whose device it is, for the repeats. */
  readonly stamp: Pick<NewEntry, 'deviceId' | 'byAccount'>;
}

interface First {
  readonly id: string;
  readonly at: Date;
}

const keyOf = (e: { bookingId: string; meetingOn: string; round: number | undefined }) =>
  `${e.bookingId} ${e.meetingOn} ${e.round ?? 0}`;

/** The entries that were first where another device won, or an earlier scan of this batch. */
async function firstEntries(systemTx: Ctx, bookingIds: readonly string[]) {
  if (bookingIds.length === 0) return new Map<string, First>();
  const found = await systemTx.db
    .select()
    .from(checkIns)
    .where(
      and(
        inArray(checkIns.bookingId, [...bookingIds]),
        eq(checkIns.kind, 'in'),
        isNull(checkIns.repeatOf),
      ),
    );
  return new Map<string, First>(found.map((e) => [keyOf(e), e]));
}

const whoOf = ({ holder }: ReadScan) =>
  holder ? { name: holder.name, tail: holder.tail, number: holder.number } : {};

/** Turns what was decided and what was written into one answer per scan, and the repeats to keep. */
export async function answerScans(
  systemTx: Ctx,
  { sorted, written, stamp }: Recorded,
): Promise<{ results: ScanResult[]; repeats: NewEntry[] }> {
  const lost = sorted.fresh.filter((scan) => !written.has(scan.id));
  const unclear = [
    ...lost.map((scan) => ({ scan, round: scan.round })),
    ...sorted.repeats.filter((r) => r.first === null),
  ];
  const firsts = await firstEntries(
    systemTx,
    unclear.flatMap(({ scan }) => (scan.holder ? [scan.holder.bookingId] : [])),
  );
  const again = [
    ...sorted.repeats,
    ...lost.map((scan) => ({ scan, round: scan.round, first: null })),
  ];
  const repeats: NewEntry[] = [];
  const repeated = again.map(({ scan, round, first: known }): ScanResult => {
    const bookingId = scan.holder?.bookingId ?? '';
    const meetingOn = todayOn(scan.at);
    const first = known ?? firsts.get(keyOf({ bookingId, meetingOn, round }));
    if (first) {
      repeats.push({
        id: scan.id,
        bookingId,
        sessionId: scan.holder?.sessionId ?? '',
        meetingOn,
        kind: 'in',
        at: scan.at,
        way: scan.way,
        ...stamp,
        round,
        repeatOf: first.id,
      });
    }
    return { id: scan.id, result: 'repeat', ...whoOf(scan), at: first?.at.toISOString() };
  });
  const passed = sorted.fresh
    .filter((scan) => written.has(scan.id))
    .map(
      (s): ScanResult => ({
        id: s.id,
        result: 'passed',
        ...whoOf(s),
        at: s.at.toISOString(),
        ...(s.holder && cameBeforeCancelling(s.holder, s.at) && { cancelledSince: true }),
      }),
    );
  const replayed = sorted.replays.map(
    ({ scan, entry }): ScanResult => ({
      id: scan.id,
      result: entry.repeatOf === null ? 'passed' : 'repeat',
      ...whoOf(scan),
      at: entry.at.toISOString(),
    }),
  );
  const refused = sorted.refused.map(
    ({ scan, reason, detail }): ScanResult => ({ id: scan.id, result: 'refused', reason, detail }),
  );
  return { results: [...passed, ...repeated, ...replayed, ...refused], repeats };
}
