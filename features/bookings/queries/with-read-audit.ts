import 'server-only';
import type { Kind } from '@/features/offerings/schema/offering';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { read, readOnRecord } from '@/lib/transaction';

/** An offering whose people are looked at, from `getDeskOffering`: its scope is decided. */
export interface Looked {
  readonly id: string;
  readonly kind: Kind;
  readonly organisationId: string;
}

/**
 * Reads a list of people. Who goes to a screening is itself sensitive (PIPL 28), so for that kind each
 * look, even at masked names, leaves a line in the audit in the same transaction.
 */
export async function withReadAudit<T>(
  ctx: Ctx,
  offering: Looked,
  work: (tx: Ctx) => Promise<T>,
): Promise<T> {
  if (offering.kind !== 'screening') return read(ctx, work);
  return readOnRecord(ctx, async (tx) => {
    const found = await work(tx);
    await recordAudit(tx, {
      action: 'view_participants',
      entityType: 'offering',
      entityId: offering.id,
      organisationId: offering.organisationId,
    });
    return found;
  });
}
