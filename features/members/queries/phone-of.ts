import 'server-only';
import { eq } from 'drizzle-orm';
import { accountPhone, accounts } from '@/db/schema/identity';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { formatPhone } from '@/lib/format';

/**
 * The whole phone number of an account, spaced for reading; the caller has asked and records the look.
 * @throws NotFound when there is no such account
 */
export async function findWholePhone(tx: Ctx, accountId: string): Promise<string> {
  const [row] = await tx.db
    .select({ sealed: accounts.phoneSealed })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  if (!row) throw new NotFound('account');
  return formatPhone(openField(row.sealed, accountPhone(accountId)));
}
