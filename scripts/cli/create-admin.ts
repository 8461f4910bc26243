import { randomInt } from 'node:crypto';
import { eq, isNull } from 'drizzle-orm';
import { accountPhone, accounts, people } from '@/db/schema/identity';
import { organisations } from '@/db/schema/organisations';
import { recordAudit } from '@/lib/audit';
import { hashPassword } from '@/lib/auth/password';
import { readName } from '@/lib/china/pinyin';
import { sealField } from '@/lib/crypto/field';
import { phoneIndex } from '@/lib/crypto/indexes';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { atTheServer, findAccount, give, readPhone } from './at-the-server';
import { readOptions } from './options';

const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
const word = (length: number): string =>
  Array.from({ length }, () => letters[randomInt(letters.length)]).join('');

async function findOrMakeRoot(tx: Ctx, name: string): Promise<string> {
  const [root] = await tx.db
    .select({ id: organisations.id })
    .from(organisations)
    .where(isNull(organisations.parentId));
  if (root) return root.id;
  const id = newId();
  await tx.db.insert(organisations).values({
    id,
    kind: 'district_federation',
    name,
    shortName: name.replace(/工会$/, ''),
    sortKey: `0 ${readName(name).sortKey}`,
    joinCode: word(6).toUpperCase(),
  });
  const made = { action: 'create_organisation', entityType: 'organisation', entityId: id };
  await recordAudit(tx, { ...made, organisationId: id, after: { name } });
  return id;
}

async function findOrMakeAccount(tx: Ctx, phone: string, displayName: string): Promise<string> {
  const found = await findAccount(tx, phone);
  if (found) return found;
  const id = newId();
  await tx.db.insert(accounts).values({
    id,
    phoneIndex: phoneIndex(phone),
    phoneSealed: sealField(phone, accountPhone(id)),
    phoneTail: phone.slice(-4),
    displayName,
  });
  await tx.db.insert(people).values({ id: newId(), accountId: id });
  return id;
}

/**
 * Makes the first officer of a new installation: the root federation when there is none, the account,
 * a password that is shown once, and the two roles from which all others can be given on screen.
 */
export async function createAdmin(args: string[]): Promise<void> {
  const given = await readOptions(args, {
    name: { question: '姓名' },
    phone: { question: '手机号' },
    organisation: { question: '总工会全称', fallback: '总工会' },
  });
  const phone = readPhone(given.phone);
  const password = `${word(5)}-${word(5)}-${word(5)}`;
  const passwordHash = await hashPassword(password);
  await atTheServer(async (tx) => {
    const organisationId = await findOrMakeRoot(tx, given.organisation);
    const accountId = await findOrMakeAccount(tx, phone, given.name);
    await tx.db.update(accounts).set({ passwordHash }).where(eq(accounts.id, accountId));
    await give(tx, { accountId, role: 'system_admin', organisationId }, given.name);
    await give(tx, { accountId, role: 'organisation_officer', organisationId });
  });
  console.log(`已建立。请在 /staff/login 登录，首次登录时绑定动态码，然后修改密码。`);
  console.log(`手机号 ${phone}\n初始密码（只显示这一次） ${password}`);
}
