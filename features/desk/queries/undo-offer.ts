import 'server-only';
import { and, eq } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { applicationDecisions, membershipApplications } from '@/db/schema/membership';
import { decidedWords } from '@/features/bookings/rules/booking-words';
import { decisionLabels } from '@/features/review/rules/desk';
import { accountOf } from '@/lib/actor';
import type { Ctx } from '@/lib/ctx';
import { isUuid } from '@/lib/ids';
import { readSettings } from '@/lib/settings';
import { read } from '@/lib/transaction';
import { type Undoable, undoUntil, whyNotUndone } from '@/lib/undo';
import { undoSeconds } from '@/lib/undo-settings';

export interface UndoOffer {
  readonly kind: 'application' | 'booking';
  /** What the form sends. */
  readonly fields: Readonly<Record<string, string>>;
  readonly text: string;
  /** How long it still can be, by the database's clock. */
  readonly forMs: number;
}

interface Found {
  readonly decision: Undoable;
  readonly offer: Omit<UndoOffer, 'forMs'>;
}

async function ofApplication(tx: Ctx, decisionId: string): Promise<Found | null> {
  const [row] = await tx.db
    .select({
      what: applicationDecisions.decision,
      decidedBy: applicationDecisions.officerId,
      until: applicationDecisions.undoUntil,
      undoneAt: applicationDecisions.undoneAt,
      name: membershipApplications.name,
    })
    .from(applicationDecisions)
    .innerJoin(
      membershipApplications,
      eq(membershipApplications.id, applicationDecisions.applicationId),
    )
    .where(eq(applicationDecisions.id, decisionId));
  if (!row) return null;
  const text = `已${decisionLabels[row.what]}：${row.name}`;
  return { decision: row, offer: { kind: 'application', fields: { decisionId }, text } };
}

async function ofBooking(tx: Ctx, bookingId: string, version: number): Promise<Found | null> {
  const [row] = await tx.db
    .select({
      status: bookings.status,
      attendee: bookings.attendeeMasked,
      decidedAt: bookings.decidedAt,
      decidedBy: bookings.decidedBy,
    })
    .from(bookings)
    .where(and(eq(bookings.id, bookingId), eq(bookings.version, version)));
  const what = row && decidedWords[row.status];
  if (!what || !row.decidedAt) return null;
  const { undoSeconds: seconds } = await readSettings(tx, { undoSeconds });
  const fields = { bookingId, version: String(version) };
  return {
    decision: { decidedBy: row.decidedBy, until: undoUntil(row.decidedAt, seconds) },
    offer: { kind: 'booking', fields, text: `已${what}：${row.attendee}` },
  };
}

/** The decision this officer has just taken and can still take back, or null. */
export async function findUndoOffer(ctx: Ctx, undo: string | undefined): Promise<UndoOffer | null> {
  const accountId = accountOf(ctx.actor);
  if (!undo || accountId === null) return null;
  return read(ctx, async (tx) => {
    const booking = /^b-([0-9a-f-]{36})-(\d{1,9})$/.exec(undo);
    const found = booking
      ? await ofBooking(tx, booking[1] ?? '', Number(booking[2]))
      : isUuid(undo)
        ? await ofApplication(tx, undo)
        : null;
    if (!found || whyNotUndone(found.decision, { accountId, now: tx.now })) return null;
    const forMs = found.decision.until.getTime() - tx.now.getTime();
    return forMs > 0 ? { ...found.offer, forMs } : null;
  });
}
