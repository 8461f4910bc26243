import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import { accounts } from '@/db/schema/identity';
import { transferRequests } from '@/db/schema/transfers';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { canReviewApplication } from '@/features/members/policy';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import type { Ctx } from '@/lib/ctx';
import { formatDateTime } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import type { RequestKind } from '../rules/membership-requests';

export type RequestRow = typeof transferRequests.$inferSelect;

/**
 * The request an officer answers, locked, when it is of these kinds, still open and not their own (回避).
 * Throws NotFound for one of another kind or that the officer does not see.
 * Refuses `own_case` for one's own or one's family's; `transfer_closed` with `who` answered and `when`.
 */
export async function lockDeskRequest(
  tx: Ctx,
  id: string,
  kinds: readonly RequestKind[],
): Promise<Result<RequestRow, 'own_case' | 'transfer_closed'>> {
  const [row] = await tx.db
    .select()
    .from(transferRequests)
    .where(and(eq(transferRequests.id, id), inArray(transferRequests.kind, [...kinds])))
    .for('update');
  if (!row || tx.actor.kind !== 'account') throw new NotFound('transfer_request');
  authorize(canReviewApplication(tx.actor, await organisationPath(tx, row.organisationId)));
  if (await isOwnCase(tx, row)) return refuse('own_case');
  if (row.status === 'requested') return ok(row);
  const [by] = await tx.db
    .select({ name: accounts.displayName })
    .from(accounts)
    .where(eq(accounts.id, row.closedBy ?? ''));
  const when = row.closedAt ? formatDateTime(row.closedAt, tx.now) : '';
  return refuse('transfer_closed', { detail: { who: by?.name ?? '同事', when } });
}
