import 'server-only';
import { childRecordViews } from '@/db/schema/childcare';
import { recordAudit } from './audit';
import type { Ctx } from './ctx';

export interface ChildLook {
  readonly childId: string;
  readonly bookingId: string;
  readonly organiserId: string;
  /** In what function: 带班老师, 区总女职工部. */
  readonly role: string;
  readonly what: (typeof childRecordViews.$inferInsert)['what'];
}

/**
 * Records that somebody looked at a child's record: a line of the ledger for the office, and one that
 * the child's guardians read on their phone (未成年人网络保护条例 36; peers.md §4, 谁看过我).
 */
export async function recordChildLook(tx: Ctx, look: ChildLook): Promise<void> {
  const { actor } = tx;
  const { role: viewerRole, ...rest } = look;
  await tx.db.insert(childRecordViews).values({
    ...rest,
    at: tx.now,
    accountId: actor.kind === 'account' ? actor.accountId : null,
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
