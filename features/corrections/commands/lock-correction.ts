import 'server-only';
import { eq } from 'drizzle-orm';
import { identityCorrections } from '@/db/schema/corrections';
import { accounts } from '@/db/schema/identity';
import { guardianAccounts } from '@/features/family/queries/guardian-accounts';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { asSystem, type Ctx } from '@/lib/ctx';
import { formatDateTime } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import { within } from '@/lib/transaction';
import { canCorrectIdentity } from '../policy';
import type { CorrectionRow } from '../queries/own-correction';

interface LockedCorrection {
  readonly row: CorrectionRow & { readonly number: string };
  /** Who is told: the person, or the child's guardians of today. */
  readonly accounts: readonly string[];
}

async function decidedBefore(tx: Ctx, row: CorrectionRow) {
  const [by] = await tx.db
    .select({ name: accounts.displayName })
    .from(accounts)
    .where(eq(accounts.id, row.decidedBy ?? row.accountId));
  const when = row.decidedAt ? formatDateTime(row.decidedAt, tx.now) : '';
  return refuse('decided' as const, { detail: { who: by?.name ?? '同事', when } });
}

/**
 * A request locked for its decision, by an officer who may and whose own matter it is not; a second
 * officer waits here and then reads who decided first. A draft does not exist for anybody else. Throws
 * NotFound then.
 * Refuses `own_case` for one's own or one's family's; `withdrawn`; `decided` with `who` and `when`.
 */
export async function lockCorrection(
  tx: Ctx,
  id: string,
): Promise<Result<LockedCorrection, 'own_case' | 'decided' | 'withdrawn'>> {
  const [row] = await tx.db
    .select()
    .from(identityCorrections)
    .where(eq(identityCorrections.id, id))
    .for('update');
  if (!row || row.number === null) throw new NotFound('correction');
  authorize(canCorrectIdentity(tx.actor, await organisationPath(tx, row.organisationId)));
  const { childId, accountId, number } = row;
  if (await isOwnCase(tx, { accountId, childId })) return refuse('own_case');
  if (row.status === 'withdrawn') return refuse('withdrawn');
  if (row.status !== 'waiting') return decidedBefore(tx, row);
  const notified = childId
    ? await within(tx, asSystem(tx), (systemTx) => guardianAccounts(systemTx, childId))
    : [accountId];
  return ok({ row: { ...row, number }, accounts: notified });
}

/** The columns of an answer to a request: when (now) and by which account. */
export const decidedColumns = (tx: Ctx) => ({
  decidedAt: tx.now,
  decidedBy: accountOf(tx.actor),
});
