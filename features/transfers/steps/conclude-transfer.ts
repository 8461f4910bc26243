import 'server-only';
import { and, eq } from 'drizzle-orm';
import { people } from '@/db/schema/identity';
import { transferRequests, transfers } from '@/db/schema/transfers';
import { endDuties } from '@/features/identity/steps/end-duties';
import { openMembership } from '@/features/members/steps/open-membership';
import { recordMembershipChange } from '@/features/members/steps/record-membership-change';
import { findOrganisation } from '@/features/organisations/queries/organisations';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { addDays } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { outcomeOf, type TransferStatus } from '../rules/two-sides';
import { endAllClocks } from './end-all-clocks';
import { lockOpenUnion } from './lock-open-union';
import type { LockedTransfer, TransferRow } from './lock-transfer';

/**
 * The old 会籍 ends the day before at 24:00, the new one points to it and begins; who was 预备 is 正式 in a union of
 * their own. Null when it had ended, and when the new union is closed.
 */
async function moveMembership(systemTx: Ctx, transfer: TransferRow, on: string) {
  const { membershipId, personId, fromId, toId, employerId, employerName } = transfer;
  const reason = 'labour_change' as const;
  if (!(await lockOpenUnion(systemTx, toId))) return null;
  const out = { membershipId, type: 'moved_out' as const, reason, on: addDays(on, -1) };
  const before = await recordMembershipChange(systemTx, out);
  if (!before) return null;
  const { id: previousId, endedOn: _ended, ...same } = before;
  const id = newId();
  const work = employerName === null ? {} : { employerId, employerName };
  await openMembership(systemTx, {
    ...same,
    ...work,
    ...{ id, organisationId: toId, previousId, movedInOn: on },
  });
  await recordMembershipChange(systemTx, { membershipId: id, type: 'moved_in', reason, on });
  if (
    before.status === 'provisional' &&
    (await findOrganisation(systemTx, toId))?.kind !== 'online_home'
  )
    await recordMembershipChange(systemTx, {
      ...{ membershipId: id, type: 'confirmed', reason: 'union_founded', on },
    });
  await systemTx.db
    .update(people)
    .set({ unionId: toId, updatedAt: systemTx.now })
    .where(eq(people.id, personId));
  // 会籍登记 goes along: whoever answers is the union that the member now belongs to (carryOver).
  await systemTx.db
    .update(transferRequests)
    .set({ organisationId: toId })
    .where(
      and(
        eq(transferRequests.personId, personId),
        eq(transferRequests.organisationId, fromId),
        eq(transferRequests.status, 'requested'),
      ),
    );
  return id;
}

/**
 * What both sides come to, carried out in this transaction: the 会籍 moves from the day on that the sides give,
 * however late it is now; or the transfer is over as refused; or nothing, while somebody is still asked. Roles at
 * the old union end, open 会籍登记 goes along. The caller holds the transfer and tells those concerned.
 * @returns how it ended; null while it goes on
 */
export async function concludeTransfer(
  systemTx: Ctx,
  { transfer, sides }: LockedTransfer,
): Promise<{ status: TransferStatus; on: string | null } | null> {
  const outcome = outcomeOf([sides.out, sides.in]);
  if (outcome === null) return null;
  const { id, accountId, fromId, toId } = transfer;
  const on = outcome === 'refused' ? null : outcome.on;
  const newMembershipId = on === null ? null : await moveMembership(systemTx, transfer, on);
  const done = on !== null && newMembershipId !== null;
  // A 会籍 that ended meanwhile has nothing left to move, and a closed union takes nobody in.
  const status = done
    ? ('done' as const)
    : on === null
      ? ('refused' as const)
      : ('withdrawn' as const);
  await systemTx.db
    .update(transfers)
    .set({ status, closedAt: systemTx.now, effectiveOn: done ? on : null, newMembershipId })
    .where(eq(transfers.id, id));
  await endAllClocks(systemTx, id);
  if (done) await endDuties(systemTx, { accountId, organisationId: fromId });
  await recordAudit(systemTx, {
    action: 'conclude_transfer',
    entityType: 'transfer',
    entityId: id,
    organisationId: done ? toId : fromId,
    before: { status: transfer.status },
    after: { status, on, number: transfer.number },
  });
  return { status, on };
}
