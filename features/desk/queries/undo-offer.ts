import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { applicationDecisions, membershipApplications } from '@/db/schema/membership';
import { decidedWords } from '@/features/bookings/rules/booking-words';
import { decisionLabels } from '@/features/review/rules/desk';
import type { Ctx } from '@/lib/ctx';
import { isUuid } from '@/lib/ids';
import { readSettings } from '@/lib/settings';
import { read } from '@/lib/transaction';
import { undoUntil } from '@/lib/undo';
import { undoSeconds } from '@/lib/undo-settings';

export interface UndoOffer {
  readonly kind: 'application' | 'booking';
  /** What the form sends. */
  readonly fields: Readonly<Record<string, string>>;
  readonly text: string;
  /** How long it still can be, by the database's clock. */
  readonly forMs: number;
}

async function ofApplication(tx: Ctx, decisionId: string, accountId: string) {
  const [row] = await tx.db
    .select({
      decision: applicationDecisions.decision,
      until: applicationDecisions.undoUntil,
      name: membershipApplications.name,
    })
    .from(applicationDecisions)
    .innerJoin(
      membershipApplications,
      eq(membershipApplications.id, applicationDecisions.applicationId),
    )
    .where(
      and(
        eq(applicationDecisions.id, decisionId),
        eq(applicationDecisions.officerId, accountId),
        isNull(applicationDecisions.undoneAt),
      ),
    );
  if (!row) return null;
  return {
    kind: 'application' as const,
    fields: { decisionId },
    text: `已${decisionLabels[row.decision]}：${row.name}`,
    until: row.until,
  };
}

async function ofBooking(tx: Ctx, bookingId: string, version: number, accountId: string) {
  const [row] = await tx.db
    .select({
      status: bookings.status,
      attendee: bookings.attendeeMasked,
      decidedAt: bookings.decidedAt,
    })
    .from(bookings)
    .where(
      and(
        eq(bookings.id, bookingId),
        eq(bookings.version, version),
        eq(bookings.decidedBy, accountId),
      ),
    );
  const decided = row && decidedWords[row.status];
  if (!decided || !row.decidedAt) return null;
  const { undoSeconds: seconds } = await readSettings(tx, { undoSeconds });
  return {
    kind: 'booking' as const,
    fields: { bookingId, version: String(version) },
    text: `已${decided}：${row.attendee}`,
    until: undoUntil(row.decidedAt, seconds),
  };
}

/** The decision this officer has just taken and can still take back, or null. */
export async function findUndoOffer(ctx: Ctx, undo: string | undefined): Promise<UndoOffer | null> {
  const { actor } = ctx;
  if (!undo || actor.kind !== 'account') return null;
  return read(ctx, async (tx) => {
    const booking = /^b-([0-9a-f-]{36})-(\d{1,9})$/.exec(undo);
    const found = booking
      ? await ofBooking(tx, booking[1] ?? '', Number(booking[2]), actor.accountId)
      : isUuid(undo)
        ? await ofApplication(tx, undo, actor.accountId)
        : null;
    if (!found) return null;
    const { until, ...offer } = found;
    const forMs = until.getTime() - tx.now.getTime();
    return forMs > 0 ? { ...offer, forMs } : null;
  });
}
