import { eq } from 'drizzle-orm';
import { roleNames } from '@/db/schema/enums';
import { accounts, type RoleName, roleGrants } from '@/db/schema/identity';
import { organisations } from '@/db/schema/organisations';
import { system } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { nameOfficer } from '@/lib/auth/officer-name';
import { parsePhone } from '@/lib/china/id/phone';
import { phoneIndex } from '@/lib/crypto/indexes';
import { type Ctx, makeCtx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { transaction } from '@/lib/transaction';

/** Work of the person at the server, on record as such: no one signed in for it. */
export const atTheServer = <T>(work: (tx: Ctx) => Promise<T>): Promise<T> =>
  transaction(makeCtx(system('命令行')), work);

export function readPhone(raw: string): string {
  const phone = parsePhone(raw);
  if (!phone.ok) throw new Error(`手机号不正确：${raw}`);
  return phone.normalised;
}

export function readRole(raw: string): RoleName {
  const role = roleNames.find((name) => name === raw);
  if (!role) throw new Error(`没有这个角色：${raw}。可用的角色：${roleNames.join(' ')}`);
  return role;
}

export async function findAccount(tx: Ctx, phone: string): Promise<string | undefined> {
  const found = await tx.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.phoneIndex, phoneIndex(phone)));
  return found[0]?.id;
}

export async function findOrganisation(tx: Ctx, name: string): Promise<string | undefined> {
  const found = await tx.db
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.name, name));
  if (found.length > 1) throw new Error(`有 ${found.length} 个工会叫“${name}”，请在网页上授予角色`);
  return found[0]?.id;
}

interface GrantInput {
  accountId: string;
  role: RoleName;
  organisationId: string;
}

export async function give(tx: Ctx, grant: GrantInput, name?: string): Promise<void> {
  if (!(await nameOfficer(tx, grant.accountId, name))) {
    throw new Error('这个账号还没有姓名，请加上 --name 姓名');
  }
  const made = await tx.db
    .insert(roleGrants)
    .values({ id: newId(), ...grant })
    .onConflictDoNothing()
    .returning({ id: roleGrants.id });
  if (made.length === 0) return;
  await recordAudit(tx, {
    action: 'grant_role',
    entityType: 'account',
    entityId: grant.accountId,
    organisationId: grant.organisationId,
    after: { role: grant.role },
  });
}
