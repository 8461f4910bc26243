import 'server-only';
import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm';
import { accounts, roleInvitations } from '@/db/schema/identity';
import { organisations } from '@/db/schema/organisations';
import { inScope } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import type { Ctx } from '@/lib/ctx';
import { read } from '@/lib/transaction';
import { canManageRoles } from '../policy';

const columns = {
  id: roleInvitations.id,
  name: roleInvitations.name,
  phoneTail: roleInvitations.phoneTail,
  role: roleInvitations.role,
  organisation: organisations.name,
  endsOn: roleInvitations.endsOn,
  expiresAt: roleInvitations.expiresAt,
};

const SHOWN = 100;

/**
 * Invitations within the administrator's reach that were neither accepted nor taken back, also those whose days
 * are over. In order of their end, at most 100.
 */
export async function listRoleInvitations(ctx: Ctx) {
  authorize(canManageRoles.anywhere(ctx.actor));
  return read(ctx, (tx) =>
    tx.db
      .select(columns)
      .from(roleInvitations)
      .innerJoin(organisations, eq(organisations.id, roleInvitations.organisationId))
      .where(
        and(
          isNull(roleInvitations.endedAt),
          inScope(roleInvitations.organisationId, canManageRoles.organisationsOf(tx.actor)),
        ),
      )
      .orderBy(asc(roleInvitations.expiresAt), asc(roleInvitations.id))
      .limit(SHOWN),
  );
}

export type OpenInvitation = Awaited<ReturnType<typeof listRoleInvitations>>[number];

/**
 * What the phone that one signed in with was asked to, while it can be accepted; with whether the account has
 * the password that comes first. In order of asking.
 */
export async function listMyInvitations(ctx: Ctx) {
  const { actor } = ctx;
  if (actor.kind !== 'account') return { invitations: [], hasPassword: false, now: ctx.now };
  return read(ctx, async (tx) => {
    const [account] = await tx.db
      .select({ phoneIndex: accounts.phoneIndex, passwordHash: accounts.passwordHash })
      .from(accounts)
      .where(eq(accounts.id, actor.accountId));
    const invitations = await tx.db
      .select(columns)
      .from(roleInvitations)
      .innerJoin(organisations, eq(organisations.id, roleInvitations.organisationId))
      .where(
        and(
          eq(roleInvitations.phoneIndex, account?.phoneIndex ?? ''),
          isNull(roleInvitations.endedAt),
          gt(roleInvitations.expiresAt, sql`now()`),
        ),
      )
      .orderBy(asc(roleInvitations.createdAt), asc(roleInvitations.id));
    return { invitations, hasPassword: Boolean(account?.passwordHash), now: tx.now };
  });
}

export type MyInvitations = Awaited<ReturnType<typeof listMyInvitations>>;
