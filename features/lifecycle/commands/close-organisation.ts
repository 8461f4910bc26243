import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { organisations } from '@/db/schema/organisations';
import { lockApplicationsAt } from '@/features/applications/steps/pass-applications';
import { carryMemberships, lockMembershipsOf } from '@/features/members/steps/carry-memberships';
import { canManageOrganisations } from '@/features/organisations/policy';
import { findOrganisation } from '@/features/organisations/queries/organisations';
import { organisationPath } from '@/features/organisations/queries/scope';
import { hasHome, lockOrganisation, lockTree } from '@/features/organisations/steps/place';
import { passSecondments } from '@/features/secondments/steps/pass-secondments';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { hasRecentSecondFactor } from '@/lib/auth/step-up';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { enqueue } from '@/lib/jobs/enqueue';
import { pausePoint } from '@/lib/pause-point';
import { ok, type Result, refuse } from '@/lib/result';
import { bySystem, transaction } from '@/lib/transaction';
import { countBeforeClosing, countSameVenues } from '../queries/closing-counts';
import { type ClosingRefusal, refuseClosing } from '../rules/closing';
import type { CloseOrganisationInput } from '../schema';
import { endUnion, passUnion } from '../steps/pass-union';

/** FOR UPDATE: a member or child being added holds a key lock on this row, so one waits for the other. */
async function lockToClose(tx: Ctx, id: string) {
  const [row] = await tx.db
    .select()
    .from(organisations)
    .where(eq(organisations.id, id))
    .for('update');
  if (!row) throw new NotFound('organisation');
  return row;
}

/** The union that takes over: open until the transaction ends, and one that this officer may change too. */
async function takeSuccessor(tx: Ctx, id: string | null) {
  if (id === null) return null;
  const [row] = await tx.db
    .select()
    .from(organisations)
    .where(eq(organisations.id, id))
    .for('share');
  if (!row) throw new NotFound('organisation');
  const path = await organisationPath(tx, id);
  authorize(canManageOrganisations(tx.actor, path));
  return { ...row, path };
}

async function childDestination(tx: Ctx, id: string | null) {
  const row = id === null ? null : await lockOrganisation(tx, id);
  return row && { ...row, hasHome: await hasHome(tx, row.id) };
}

type Row = Awaited<ReturnType<typeof lockToClose>>;

async function closeRow(tx: Ctx, row: Row, input: CloseOrganisationInput): Promise<boolean> {
  const { successorId, documentNo, decidedOn, version } = input;
  const [closed] = await tx.db
    .update(organisations)
    .set({
      ...{ closedAt: tx.now, successorId, closedByDocument: documentNo },
      ...{ closingDecidedOn: decidedOn, version: sql`${organisations.version} + 1` },
    })
    .where(
      and(
        eq(organisations.id, row.id),
        eq(organisations.version, version),
        isNull(organisations.closedAt),
      ),
    )
    .returning({ id: organisations.id });
  return closed !== undefined;
}

/**
 * Merges a union into another (合并) or closes it (撤销), on the paper of the level above: its members are carried to
 * the union that takes over from today on, by the log, and everything else goes as `closingTable` says. Nothing is
 * deleted. A union may not be dissolved at will (工会法 13). One transaction; each member is told by a job
 * afterwards, once. Throws NotFound for an organisation that there is not.
 * Refuses `step_up` without a recent second factor; `moved_on` when there are other members than the page showed;
 * `stale` when someone else saved since; further those of `refuseClosing`, with the counts.
 * @authorized-by canManageOrganisations at both unions
 */
export async function closeOrganisation(
  ctx: Ctx,
  input: CloseOrganisationInput,
): Promise<
  Result<
    { id: string; parentId: string | null; members: number },
    ClosingRefusal | 'stale' | 'step_up' | 'moved_on'
  >
> {
  const { id, way, successorId, decidedOn, documentNo, reason } = input;
  return transaction(ctx, async (tx) => {
    authorize(canManageOrganisations(tx.actor, await organisationPath(tx, id)));
    if (!hasRecentSecondFactor(tx)) return refuse('step_up');
    await lockTree(tx);
    // Cases and 会籍 before the union itself, in the order in which joining and transfers lock them.
    const members = await bySystem(tx, async (systemTx) => {
      await lockApplicationsAt(systemTx, id);
      return lockMembershipsOf(systemTx, id);
    });
    await pausePoint('close-organisation:members');
    const row = await lockToClose(tx, id);
    const successor = await takeSuccessor(tx, successorId);
    const counts = await countBeforeClosing(tx, id);
    const destination = input.childrenTo === 'parent' ? row.parentId : successorId;
    const childrenTo = counts.children > 0 ? await childDestination(tx, destination) : null;
    const venuesTo = successorId ?? row.parentId;
    const today = todayOn(tx.now);
    const why = refuseClosing({
      ...{ way, successor, childrenTo, counts, decidedOn, today },
      ...{ organisation: row, childKinds: counts.childKinds, inTown: counts.inTown },
      sameVenues: venuesTo === null ? 0 : await countSameVenues(tx, id, venuesTo),
    });
    if (why) return refuse(why);
    if (members.length !== input.members || counts.members !== members.length)
      return refuse('moved_on');
    if (!(await closeRow(tx, row, input))) return refuse('stale');
    const merged = way === 'merged';
    const target = successorId === null ? null : await findOrganisation(tx, successorId);
    await passUnion(tx, { row, target, childrenTo, merged, hasChildren: counts.children > 0 });
    if (target)
      await bySystem(tx, (systemTx) =>
        carryMemberships(systemTx, members, {
          ...{ fromId: id, toId: target.id, on: today, confirms: target.kind !== 'online_home' },
          reason: merged ? 'union_merged' : 'union_closed',
        }),
      );
    await bySystem(tx, (systemTx) =>
      passSecondments(systemTx, { fromId: id, fromName: row.name, toId: successorId, today }),
    );
    await endUnion(tx, row);
    await recordAudit(tx, {
      action: merged ? 'merge_organisation' : 'close_organisation',
      entityType: 'organisation',
      entityId: id,
      organisationId: id,
      before: { name: row.name },
      after: { successor: target?.name ?? null, documentNo, decidedOn, members: members.length },
      reason,
    });
    if (members.length > 0)
      await enqueue(tx, { task: 'tell_carried', payload: { id }, key: `tell_carried:${id}` });
    return ok({ id, parentId: row.parentId, members: members.length });
  });
}
