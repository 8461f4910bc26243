import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { accounts, roleGrants } from '@/db/schema/identity';
import { organisations } from '@/db/schema/organisations';
import { inScope } from '@/features/organisations/queries/scope';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { bySystem } from '@/lib/transaction';
import { canManageRoles } from '../policy';

/**
 * Locks every usable system administrator and counts them: two administrators who remove each other
 * at the same moment must not both succeed.
 */
export async function lockSystemAdmins(tx: Ctx): Promise<string[]> {
  const rows = await bySystem(tx, (systemTx) =>
    systemTx.db
      .select({ accountId: roleGrants.accountId })
      .from(roleGrants)
      .innerJoin(accounts, eq(accounts.id, roleGrants.accountId))
      .where(
        and(
          eq(roleGrants.role, 'system_admin'),
          isNull(roleGrants.revokedAt),
          isNull(accounts.disabledAt),
        ),
      )
      .orderBy(roleGrants.id)
      .for('update', { of: [roleGrants, accounts] }),
  );
  return rows.map((row) => row.accountId);
}

/** The account as it is now, locked against a second change; NotFound when there is none. */
export async function lockAccount(tx: Ctx, accountId: string) {
  const [account] = await bySystem(tx, (systemTx) =>
    systemTx.db
      .select({
        id: accounts.id,
        displayName: accounts.displayName,
        disabledAt: accounts.disabledAt,
      })
      .from(accounts)
      .where(eq(accounts.id, accountId))
      .for('update'),
  );
  if (!account) throw new NotFound('account');
  return account;
}

/** An organisation within the actor's reach; outside it is not found. Throws NotFound then. */
export async function organisationInReach(tx: Ctx, organisationId: string) {
  const [organisation] = await tx.db
    .select({
      id: organisations.id,
      name: organisations.name,
      kind: organisations.kind,
      closedAt: organisations.closedAt,
    })
    .from(organisations)
    .where(
      and(
        eq(organisations.id, organisationId),
        inScope(organisations.id, canManageRoles.organisationsOf(tx.actor)),
      ),
    );
  if (!organisation) throw new NotFound('organisation');
  return organisation;
}

/** Whether the account holds a role that the actor's own reach does not cover. */
export async function holdsOutsideReach(tx: Ctx, accountId: string): Promise<boolean> {
  const reach = inScope(roleGrants.organisationId, canManageRoles.organisationsOf(tx.actor));
  const [outside] = await bySystem(tx, (systemTx) =>
    systemTx.db
      .select({ id: roleGrants.id })
      .from(roleGrants)
      .where(
        and(eq(roleGrants.accountId, accountId), isNull(roleGrants.revokedAt), sql`not (${reach})`),
      )
      .limit(1),
  );
  return outside !== undefined;
}
