import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { organisations } from '@/db/schema/organisations';
import { endOffices } from '@/features/offices/steps/end-offices';
import { voidCertificate } from '@/features/offices/steps/terms';
import { canManageOrganisations } from '@/features/organisations/policy';
import { organisationPath } from '@/features/organisations/queries/scope';
import {
  type ClosingRefusal,
  type Dependants,
  decideClosing,
} from '@/features/organisations/rules/changes';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import { bySystem, transaction, within } from '@/lib/transaction';
import type { CloseOrganisationInput } from '../schema';

interface Counts extends Record<string, unknown>, Dependants {}

/** Counted as the system, because a system administrator may close what has no one in it, yet sees no member. */
async function countDependants(tx: Ctx, id: string): Promise<Dependants> {
  const [counts] = await within(tx, asSystem(tx), (systemTx) =>
    systemTx.db.execute<Counts>(sql`select
      (select count(*)::int from organisations where parent_id = ${id} and closed_at is null) as children,
      (select count(*)::int from memberships where organisation_id = ${id} and status <> 'left') as members,
      (select count(*)::int from membership_applications
        where (organisation_id = ${id} or desk_id = ${id})
          and status in ('submitted', 'in_review', 'sent_back')) as "openApplications",
      (select count(*)::int from offerings
        where organisation_id = ${id} and status in ('published', 'open', 'closed')) as "openOfferings",
      (select count(*)::int from transfers
        where (from_id = ${id} or to_id = ${id}) and status in ('proposed', 'open')) as "openTransfers"`),
  );
  if (!counts) throw new Error('no counts');
  return counts;
}

/**
 * Closes an organisation (撤销). Its QR code and the roles held there end at once; nothing is deleted,
 * because 会籍 and decisions refer to it. A union may not be dissolved at will (工会法 13). Throws NotFound for
 * an organisation that there is not.
 * Refuses `stale` when someone else saved since the page was shown.
 * @returns refuses while it has children, members, open applications, services or transfers; or a stale page
 */
export async function closeOrganisation(
  ctx: Ctx,
  input: CloseOrganisationInput,
): Promise<Result<{ id: string; parentId: string | null }, ClosingRefusal | 'stale'>> {
  return transaction(ctx, async (tx) => {
    const { id, version, reason } = input;
    // FOR UPDATE: a member or child being added holds a key lock on this row, so one waits for the other.
    const [row] = await tx.db
      .select()
      .from(organisations)
      .where(eq(organisations.id, id))
      .for('update');
    if (!row) throw new NotFound('organisation');
    authorize(canManageOrganisations(tx.actor, await organisationPath(tx, id)));
    const left = await countDependants(tx, id);
    const verdict = decideClosing(row, left);
    if (!verdict.ok) return refuse(verdict.reason, { detail: { ...left } });
    const [closed] = await tx.db
      .update(organisations)
      .set({ closedAt: tx.now, version: sql`${organisations.version} + 1` })
      .where(
        and(
          eq(organisations.id, id),
          eq(organisations.version, version),
          isNull(organisations.closedAt),
        ),
      )
      .returning({ parentId: organisations.parentId });
    if (!closed) return refuse('stale');
    await tx.db.execute(sql`update employers set union_id = null, version = version + 1
      where union_id = ${id}`);
    const gone = { on: todayOn(tx.now), reason: 'union_closed' } as const;
    await bySystem(tx, async (systemTx) => {
      await endOffices(systemTx, { organisationId: id, ...gone });
      await voidCertificate(systemTx, id, { on: gone.on, reason: 'deregistered' });
    });
    await recordAudit(tx, {
      action: 'close_organisation',
      entityType: 'organisation',
      entityId: id,
      organisationId: id,
      before: { name: row.name },
      reason,
    });
    return ok({ id, parentId: closed.parentId });
  });
}
