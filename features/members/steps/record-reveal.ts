import 'server-only';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';

export interface RevealedField {
  readonly field: 'phone' | 'document';
  readonly value: string;
}

interface Subject {
  readonly type: string;
  readonly id: string;
  readonly organisationId: string;
}

const auditNames: Record<RevealedField['field'], string> = {
  phone: 'view_phone',
  document: 'view_id_number',
};

/** One line of the audit for a number that was shown whole (PIPL, GB/T 22239); in the reader's transaction. */
export async function recordReveal(
  tx: Ctx,
  subject: Subject,
  field: RevealedField['field'],
): Promise<void> {
  await recordAudit(tx, {
    action: auditNames[field],
    entityType: subject.type,
    entityId: subject.id,
    organisationId: subject.organisationId,
  });
}
