import 'server-only';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { organisationKinds } from '@/db/schema/enums';
import { accounts, type RoleName, roleGrants } from '@/db/schema/identity';
import { organisations } from '@/db/schema/organisations';
import { inScope } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { findAccountByPhone } from '@/lib/auth/account';
import { findOfficerName } from '@/lib/auth/officer-name';
import type { Ctx } from '@/lib/ctx';
import { read } from '@/lib/transaction';
import { canManageRoles } from '../policy';

export interface HeldRole {
  grantId: string;
  accountId: string;
  displayName: string;
  phoneTail: string;
  role: RoleName;
  organisationId: string;
  organisationName: string;
  grantedAt: Date;
  reason: string | null;
  /** Last day of the term, YYYY-MM-DD; null when none was set. */
  endsOn: string | null;
  disabled: boolean;
}

const heldRole = {
  grantId: roleGrants.id,
  accountId: accounts.id,
  displayName: accounts.displayName,
  phoneTail: accounts.phoneTail,
  role: roleGrants.role,
  organisationId: organisations.id,
  organisationName: organisations.name,
  grantedAt: roleGrants.grantedAt,
  reason: roleGrants.reason,
  endsOn: roleGrants.endsOn,
  disabled: sql<boolean>`${accounts.disabledAt} is not null`,
};

const reach = (ctx: Ctx) =>
  and(
    isNull(roleGrants.revokedAt),
    inScope(roleGrants.organisationId, canManageRoles.organisationsOf(ctx.actor)),
  );

const PAGE = 50;

/**
 * Who holds which role within the administrator's reach, by organisation.
 * In the order of the tree, then of granting; `more` is what to skip for the next page, or null.
 * @param skip how many to skip (加载更多)
 */
export async function listHeldRoles(
  ctx: Ctx,
  skip = 0,
): Promise<{ rows: HeldRole[]; more: number | null }> {
  authorize(canManageRoles.anywhere(ctx.actor));
  const rows = await read(ctx, (tx) =>
    tx.db
      .select(heldRole)
      .from(roleGrants)
      .innerJoin(accounts, eq(accounts.id, roleGrants.accountId))
      .innerJoin(organisations, eq(organisations.id, roleGrants.organisationId))
      .where(reach(ctx))
      .orderBy(asc(organisations.sortKey), asc(roleGrants.grantedAt), asc(roleGrants.id))
      .offset(skip)
      .limit(PAGE + 1),
  );
  return { rows: rows.slice(0, PAGE), more: rows.length > PAGE ? skip + PAGE : null };
}

export interface RoleSubject {
  accountId: string;
  displayName: string;
  /** Nobody has said who this is: the form that gives a role asks. */
  isNameless: boolean;
  phoneTail: string;
  hasPassword: boolean;
  hasSecondFactor: boolean;
  disabledAt: Date | null;
  disabledReason: string | null;
  isSelf: boolean;
  roles: HeldRole[];
}

/** The account to give roles to, by id, with the roles within reach; null when there is none. */
export async function findRoleSubject(ctx: Ctx, accountId: string): Promise<RoleSubject | null> {
  authorize(canManageRoles.anywhere(ctx.actor));
  return read(ctx, async (tx) => {
    const [account] = await tx.db.select().from(accounts).where(eq(accounts.id, accountId));
    if (!account) return null;
    const roles = await tx.db
      .select(heldRole)
      .from(roleGrants)
      .innerJoin(accounts, eq(accounts.id, roleGrants.accountId))
      .innerJoin(organisations, eq(organisations.id, roleGrants.organisationId))
      .where(and(reach(tx), eq(roleGrants.accountId, accountId)))
      .orderBy(asc(roleGrants.grantedAt));
    const { phoneTail, disabledAt, disabledReason } = account;
    const name = await findOfficerName(tx, accountId);
    return {
      accountId,
      displayName: name ?? account.displayName,
      isNameless: name === null,
      phoneTail,
      disabledAt,
      disabledReason,
      hasPassword: account.passwordHash !== null,
      hasSecondFactor: account.totpEnrolledAt !== null,
      isSelf: accountOf(tx.actor) === accountId,
      roles,
    };
  });
}

/**
 * The id of the account with exactly this phone: never a list to browse through. Null when there is none.
 * Throws Forbidden for whoever gives no roles.
 */
export async function findAccountIdByPhone(ctx: Ctx, phone: string): Promise<string | null> {
  authorize(canManageRoles.anywhere(ctx.actor));
  return (await findAccountByPhone(ctx, phone))?.id ?? null;
}

export interface RolePlace {
  id: string;
  name: string;
  kind: (typeof organisationKinds)[number];
}

/** Open organisations within reach, in the tree's order, for the choice of where a role is held. */
export async function listRolePlaces(ctx: Ctx, search = ''): Promise<RolePlace[]> {
  authorize(canManageRoles.anywhere(ctx.actor));
  return read(ctx, (tx) =>
    tx.db
      .select({ id: organisations.id, name: organisations.name, kind: organisations.kind })
      .from(organisations)
      .where(
        and(
          isNull(organisations.closedAt),
          inScope(organisations.id, canManageRoles.organisationsOf(tx.actor)),
          search ? sql`position(${search} in ${organisations.name}) > 0` : undefined,
        ),
      )
      .orderBy(asc(organisations.kind), asc(organisations.sortKey))
      .limit(300),
  );
}
