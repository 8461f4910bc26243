import 'server-only';
import { and, eq, gt } from 'drizzle-orm';
import { children, guardians } from '@/db/schema/family';
import { accounts } from '@/db/schema/identity';
import { maskName } from '@/lib/china/person-name';
import { asSystem, type Ctx } from '@/lib/ctx';
import { read } from '@/lib/transaction';

export interface Invitation {
  readonly id: string;
  /** Masked: the invited sees enough to recognise, not enough to learn. */
  readonly childMasked: string;
  readonly inviterMasked: string;
  readonly expiresAt: Date;
}

/**
 * Invitations that went to the signed-in account's own phone. Read as the system, because the invited
 * is no guardian yet; the phone of the account is what ties them to it. In no set order.
 */
export async function listInvitations(ctx: Ctx): Promise<Invitation[]> {
  const { actor } = ctx;
  if (actor.kind !== 'account') return [];
  return read(asSystem(ctx), async (tx) => {
    const [mine] = await tx.db
      .select({ phoneIndex: accounts.phoneIndex })
      .from(accounts)
      .where(eq(accounts.id, actor.accountId));
    if (!mine) return [];
    const rows = await tx.db
      .select({
        id: guardians.id,
        childMasked: children.nameMasked,
        inviter: accounts.displayName,
        expiresAt: guardians.expiresAt,
      })
      .from(guardians)
      .innerJoin(children, eq(children.id, guardians.childId))
      .innerJoin(accounts, eq(accounts.id, guardians.invitedBy))
      .where(
        and(
          eq(guardians.invitedPhoneIndex, mine.phoneIndex),
          eq(guardians.status, 'invited'),
          gt(guardians.expiresAt, tx.now),
        ),
      );
    return rows.map(({ inviter, expiresAt, ...row }) => ({
      ...row,
      inviterMasked: maskName(inviter),
      expiresAt: expiresAt ?? tx.now,
    }));
  });
}
