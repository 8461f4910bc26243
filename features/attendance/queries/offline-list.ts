import 'server-only';
import { createCipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { bookingLink } from '@/features/bookings/queries/booking-check';
import { meetingsOf, timedOf } from '@/features/offerings/rules/meetings';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { read } from '@/lib/transaction';
import { attendanceStatusOf } from '../rules/attendance-status';
import { groupBy } from '../rules/group-by';
import { findCheckInPoint } from './check-in-point';
import { entriesOfSession } from './entries';
import { type Holder, holdersOf } from './holders';

export interface OfflineLine {
  readonly id: string;
  readonly iv: string;
  readonly data: string;
}

export interface OfflineList {
  readonly sessionId: string;
  readonly salt: string;
  readonly madeAt: string;
  /** Days on which the session meets; on any other a scan is refused. */
  readonly days: readonly string[];
  readonly present: number;
  readonly expected: number;
  readonly lines: readonly OfflineLine[];
}

/** What a line says once its code has been shown. */
export interface OpenedLine {
  readonly bookingId: string;
  readonly name: string;
  readonly tail: string;
  readonly number: string;
  /** When they came today, as known when the list was made. */
  readonly at: string | null;
}

function sealLine(token: string, salt: Buffer, content: OpenedLine): OfflineLine {
  const key = (info: string, length: number) =>
    Buffer.from(hkdfSync('sha256', token, salt, info, length));
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key('open', 32), iv);
  const data = Buffer.concat([cipher.update(JSON.stringify(content), 'utf8'), cipher.final()]);
  return {
    id: key('find', 16).toString('hex'),
    iv: iv.toString('base64'),
    data: Buffer.concat([data, cipher.getAuthTag()]).toString('base64'),
  };
}

const tokenOf = (holder: Holder): string =>
  bookingLink({ id: holder.bookingId, endsAt: holder.endsAt }).slice(3);

/**
 * The list of a door for scanning without network. Each line is encrypted under a key that only the
 * code itself gives (HKDF of the signed token), and found by another value of the same derivation: a
 * lost device holds neither names nor a way to them.
 */
export async function offlineList(ctx: Ctx, sessionId: string): Promise<OfflineList> {
  return read(ctx, async (tx) => {
    const door = await findCheckInPoint(tx, sessionId);
    const today = todayOn(tx.now);
    const [holders, entries] = await Promise.all([
      holdersOf(tx, sessionId),
      entriesOfSession(tx, sessionId, today),
    ]);
    const byBooking = groupBy(entries, (e) => e.bookingId);
    const salt = randomBytes(16);
    let present = 0;
    const lines = holders.map((holder) => {
      const { state, at } = attendanceStatusOf(byBooking.get(holder.bookingId) ?? []);
      if (state === 'present') present += 1;
      const { bookingId, name, tail, number } = holder;
      const came = state === 'present' && at ? at.toISOString() : null;
      return sealLine(tokenOf(holder), salt, { bookingId, name, tail, number, at: came });
    });
    return {
      sessionId,
      salt: salt.toString('base64'),
      madeAt: tx.now.toISOString(),
      days: meetingsOf(timedOf(door)).map((m) => m.on),
      present,
      expected: holders.length,
      // In order of their ids, which is no order at all: the place in the list says nothing.
      lines: lines.toSorted((a, b) => a.id.localeCompare(b.id)),
    };
  });
}
