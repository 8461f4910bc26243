import 'server-only';
import { eq } from 'drizzle-orm';
import { accounts, people } from '@/db/schema/identity';
import type { Ctx } from '../ctx';
import { bySystem, readAsSystem } from '../transaction';

/** What an account is called until somebody gives a name: 用户2222. */
export const isStandIn = (name: string): boolean => /^用户\d{4}$/.test(name);

/** What a person is called on record as a member, else by their account; null while neither has a name. */
export async function findOfficerName(ctx: Ctx, accountId: string): Promise<string | null> {
  const [row] = await readAsSystem(ctx, (systemTx) =>
    systemTx.db
      .select({ person: people.name, account: accounts.displayName })
      .from(accounts)
      .leftJoin(people, eq(people.accountId, accounts.id))
      .where(eq(accounts.id, accountId)),
  );
  if (!row) return null;
  return row.person ?? (isStandIn(row.account) ? null : row.account);
}

/**
 * Gives the account of somebody who gets a role the name under which the ledger will show their work:
 * the member's own, else the one it has, else `given`. @returns null when there is none: then ask for it
 */
export async function nameOfficer(
  tx: Ctx,
  accountId: string,
  given?: string,
): Promise<string | null> {
  const name = (await findOfficerName(tx, accountId)) ?? given ?? null;
  if (name) {
    await bySystem(tx, (systemTx) =>
      systemTx.db.update(accounts).set({ displayName: name }).where(eq(accounts.id, accountId)),
    );
  }
  return name;
}
