import 'server-only';
import { readBookingCode } from '@/features/bookings/queries/booking-check';
import { membersBehind, readCardCode } from '@/features/members/queries/my-card';
import { onTheRoll } from '@/features/rolls/rules/attendance';
import type { LinkResult } from '@/lib/crypto/signed-link';
import type { Ctx } from '@/lib/ctx';
import { isUuid } from '@/lib/ids';
import { readSettings } from '@/lib/settings';
import { readCode } from '../rules/code';
import { groupBy } from '../rules/group-by';
import type { ScanRefusal } from '../rules/judge';
import { type ScanInput, scanInput } from '../schema/check-in';
import { offlineScanHours } from '../settings';
import { type Holder, holdersNamed } from './holders';

export type Way = 'card' | 'booking_code' | 'search';

/** One row of a batch, read: whose it is, or why that cannot be said. */
export interface ReadScan {
  readonly id: string;
  readonly at: Date;
  readonly way: Way;
  readonly holder: Holder | null;
  readonly refusal: ScanRefusal | null;
}

interface Named {
  readonly scan: ScanInput;
  readonly at: Date;
  readonly way: Way;
  readonly bookingId?: string;
  readonly number?: string;
  readonly membershipId?: string;
  readonly refusal?: ScanRefusal;
}

const linked = (link: LinkResult): { subject: string } | { refusal: ScanRefusal } => {
  if (link.ok) return { subject: link.subject };
  return { refusal: link.reason === 'expired' ? 'expired' : 'forged' };
};

/** Signatures are checked as of the scan, so that a code shown in time still counts when it is synced. */
function nameOf(scan: ScanInput): Named {
  const at = new Date(scan.at);
  const base = { scan, at };
  if (scan.bookingId) return { ...base, way: scan.way, bookingId: scan.bookingId };
  const code = readCode(scan.code ?? '');
  if (code.type === 'foreign') return { ...base, way: 'booking_code', refusal: 'foreign' };
  if (code.type === 'number') return { ...base, way: 'search', number: code.number };
  const way = code.type === 'card' ? 'card' : 'booking_code';
  const read = linked(
    code.type === 'card' ? readCardCode(code.token, at) : readBookingCode(code.token, at),
  );
  if ('refusal' in read) return { ...base, way, refusal: read.refusal };
  return code.type === 'card'
    ? { ...base, way, membershipId: read.subject }
    : { ...base, way, bookingId: read.subject };
}

const idOfBroken = (raw: unknown): string | null => {
  const id = typeof raw === 'object' && raw && 'id' in raw ? raw.id : null;
  return typeof id === 'string' && isUuid(id) ? id : null;
};

const present = <T>(values: readonly (T | undefined)[]): T[] =>
  values.filter((value): value is T => value !== undefined);

/**
 * Reads a batch of scans with three statements, however long it is: tokens are checked in memory, then
 * all bookings are fetched at once. A row that cannot be read is returned with its reason, and so is one
 * whose device claims a time longer ago than `booking.offline_scan_hours`.
 */
export async function readScans(
  systemTx: Ctx,
  sessionId: string,
  raw: readonly unknown[],
): Promise<ReadScan[]> {
  const rows = raw.map((one) => ({ one, parsed: scanInput.safeParse(one) }));
  const named = rows.flatMap(({ parsed }) => (parsed.success ? [nameOf(parsed.data)] : []));
  const { hours } = await readSettings(systemTx, { hours: offlineScanHours });
  const oldest = systemTx.now.getTime() - hours * 3_600_000;
  const members = await membersBehind(systemTx, present(named.map((n) => n.membershipId)));
  const found = await holdersNamed(systemTx, sessionId, {
    bookingIds: present(named.map((n) => n.bookingId)),
    numbers: present(named.map((n) => n.number)),
    personIds: [...new Set(members.values())],
  });
  const byId = new Map(found.map((h) => [h.bookingId, h]));
  const byNumber = new Map(found.map((h) => [h.number, h]));
  const byPerson = groupBy(found, (h) => h.personId);

  const whose = (n: Named): Pick<ReadScan, 'holder' | 'refusal'> => {
    if (n.at.getTime() < oldest) return { holder: null, refusal: 'too_old' };
    if (n.refusal) return { holder: null, refusal: n.refusal };
    if (n.membershipId === undefined) {
      const holder = byId.get(n.bookingId ?? '') ?? byNumber.get(n.number ?? '') ?? null;
      return { holder, refusal: holder ? null : 'unknown' };
    }
    const person = members.get(n.membershipId);
    if (!person) return { holder: null, refusal: 'not_member' };
    const here = (byPerson.get(person) ?? []).filter((h) => h.sessionId === sessionId);
    const open = here.filter((h) => onTheRoll.some((status) => status === h.status));
    if (open.length > 1) return { holder: null, refusal: 'several' };
    const holder = open[0] ?? here[0] ?? null;
    return { holder, refusal: holder ? null : 'unknown' };
  };

  const broken = rows.flatMap(({ one, parsed }): ReadScan[] => {
    const id = parsed.success ? null : idOfBroken(one);
    if (!id) return [];
    return [{ id, at: systemTx.now, way: 'search', holder: null, refusal: 'unreadable' }];
  });
  const read = named.map((n) => ({ id: n.scan.id, at: n.at, way: n.way, ...whose(n) }));
  return [...read, ...broken];
}
