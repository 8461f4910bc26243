import 'server-only';
import { sql } from 'drizzle-orm';
import { childRecordViews } from '@/db/schema/childcare';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';

export interface ChildLook {
  readonly childId: string;
  readonly bookingId: string;
  readonly organiserId: string;
  /** In what function: 带班老师, 女职工部. */
  readonly role: string;
  readonly what: (typeof childRecordViews.$inferInsert)['what'];
}

/**
 * Records that somebody looked at a child's record: a line of the ledger for the office, and one that
 * the child's guardians read on their phone (未成年人网络保护条例 36; domain.md §4.4).
 */
export async function recordChildLook(tx: Ctx, look: ChildLook): Promise<void> {
  const { actor } = tx;
  const { role: viewerRole, ...rest } = look;
  await tx.db.insert(childRecordViews).values({
    ...rest,
    at: tx.now,
    accountId: accountOf(actor),
    viewerLabel: actor.kind === 'account' ? actor.displayName : '系统',
    viewerRole,
  });
  await recordAudit(tx, {
    action: 'view_child_record',
    entityType: 'booking',
    entityId: look.bookingId,
    organisationId: look.organiserId,
    after: { shown: look.what },
  });
}

/**
 * Records a list that was looked at as one: a line for each child on it, which its guardians read. The look
 * itself writes the one line of the ledger.
 * @param what was looked at of each child
 */
export async function recordListLooks(
  tx: Ctx,
  bookingIds: readonly string[],
  role: string,
  what: ChildLook['what'] = 'identity',
): Promise<void> {
  const { actor } = tx;
  if (actor.kind !== 'account') return;
  await tx.db.execute(sql`
    insert into child_record_views (at, child_id, booking_id, organiser_id, account_id, viewer_label, viewer_role, what)
    select now(), b.child_id, b.id, b.organiser_id, ${actor.accountId}::uuid, ${actor.displayName}, ${role}, ${what}
    from bookings b where b.id = any (${`{${bookingIds.join(',')}}`}::uuid[]) and b.child_id is not null`);
}

/**
 * Records a whole roll that leaves the portal with names and numbers: one line for each child on it. The
 * export itself writes the line of the ledger.
 */
export async function recordExportLooks(tx: Ctx, sessionId: string, role: string): Promise<void> {
  const { actor } = tx;
  if (actor.kind !== 'account') return;
  await tx.db.execute(sql`
    insert into child_record_views (at, child_id, booking_id, organiser_id, account_id, viewer_label, viewer_role, what)
    select now(), b.child_id, b.id, b.organiser_id, ${actor.accountId}::uuid, ${actor.displayName}, ${role}, 'export'
    from bookings b where b.session_id = ${sessionId}::uuid and b.child_id is not null
      and b.status in ('booked', 'attended', 'absent')`);
}
