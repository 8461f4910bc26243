import 'server-only';
import { eq } from 'drizzle-orm';
import { accounts } from '@/db/schema/identity';
import { asSystem, type Ctx } from '@/lib/ctx';
import { notify } from '@/lib/messaging/outbox';
import { within } from '@/lib/transaction';
import type { assignedNotice } from '../messages';

/** Tells whoever signs in with this phone where the class is run; nobody learns whether there is one. */
export async function tellAssigned(
  tx: Ctx,
  index: string,
  notice: ReturnType<typeof assignedNotice>,
): Promise<void> {
  await within(tx, asSystem(tx), async (systemTx) => {
    const [account] = await systemTx.db
      .select({ id: accounts.id })
      .from(accounts)
      .where(eq(accounts.phoneIndex, index));
    if (account) await notify(systemTx, { accountId: account.id, ...notice });
  });
}
