import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { roleGrants } from '@/db/schema/identity';
import { organisations } from '@/db/schema/organisations';
import { inScope } from '@/features/organisations/queries/scope';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { notify } from '@/lib/messaging/outbox';
import { bySystem } from '@/lib/transaction';
import { roleRevoked } from '../messages';
import { roleLabels } from '../rules/role-labels';

export interface EndedDuties {
  readonly accountId: string;
  /** The union that the member leaves; roles there and below it end. */
  readonly organisationId: string;
}

/**
 * Whoever is no longer a member of a union holds no role there: its grants and those below it end at once,
 * each on record, and the person is told. As the system; the caller has ended the 会籍.
 * @returns how many roles ended
 */
export const endDuties = (tx: Ctx, { accountId, organisationId }: EndedDuties): Promise<number> =>
  bySystem(tx, async (systemTx) => {
    const ended = await systemTx.db
      .update(roleGrants)
      .set({ revokedAt: tx.now })
      .from(organisations)
      .where(
        and(
          eq(organisations.id, roleGrants.organisationId),
          eq(roleGrants.accountId, accountId),
          isNull(roleGrants.revokedAt),
          inScope(roleGrants.organisationId, [organisationId]),
        ),
      )
      .returning({ id: roleGrants.id, role: roleGrants.role, name: organisations.name });
    for (const { id, role, name } of ended) {
      await recordAudit(systemTx, {
        action: 'end_duty',
        entityType: 'account',
        entityId: accountId,
        organisationId,
        before: { role, organisation: name },
      });
      const notice = roleRevoked(roleLabels[role], name);
      await notify(systemTx, { accountId, ...notice, dedupeKey: `role:${id}:revoked` });
    }
    return ended.length;
  });
