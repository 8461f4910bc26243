import 'server-only';
import { and, eq, gte, isNull, or } from 'drizzle-orm';
import { accounts, roleGrants } from '@/db/schema/identity';
import { organisationClosure, organisations } from '@/db/schema/organisations';
import { canSeeOrganisations } from '@/features/organisations/policy';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { readAsSystem } from '@/lib/transaction';

/**
 * Who is responsible for an organisation: roles held there and above, nearest first. Officers see each
 * other's names, never phones.
 */
export async function listResponsible(ctx: Ctx, organisationId: string) {
  authorize(canSeeOrganisations(ctx.actor, await organisationPath(ctx, organisationId)));
  // Roles above one's own reach are named here and nowhere else.
  return readAsSystem(ctx, (systemTx) =>
    systemTx.db
      .select({
        id: roleGrants.id,
        name: accounts.displayName,
        role: roleGrants.role,
        organisationId: organisations.id,
        organisation: organisations.shortName,
        grantedAt: roleGrants.grantedAt,
      })
      .from(organisationClosure)
      .innerJoin(roleGrants, eq(roleGrants.organisationId, organisationClosure.ancestorId))
      .innerJoin(accounts, eq(accounts.id, roleGrants.accountId))
      .innerJoin(organisations, eq(organisations.id, roleGrants.organisationId))
      .where(
        and(
          eq(organisationClosure.descendantId, organisationId),
          isNull(roleGrants.revokedAt),
          or(isNull(roleGrants.endsOn), gte(roleGrants.endsOn, todayOn(ctx.now))),
          isNull(accounts.disabledAt),
        ),
      )
      .orderBy(organisationClosure.depth, roleGrants.role, roleGrants.grantedAt),
  );
}
