import {
  atTheServer,
  findAccount,
  findOrganisation,
  give,
  readPhone,
  readRole,
} from './at-the-server';
import { readOptions } from './options';

/** Gives an existing account a role at an organisation and below it. */
export async function grantRole(args: string[]): Promise<void> {
  const given = await readOptions(args, {
    name: { question: '姓名', isOptional: true },
    phone: { question: '手机号' },
    role: { question: '角色，如 union_admin' },
    organisation: { question: '工会全称' },
  });
  await atTheServer(async (tx) => {
    const role = readRole(given.role);
    const accountId = await findAccount(tx, readPhone(given.phone));
    if (!accountId) throw new Error('没有这个手机号的账号；请本人先登录一次');
    const organisationId = await findOrganisation(tx, given.organisation);
    if (!organisationId) throw new Error(`没有找到“${given.organisation}”`);
    await give(tx, { accountId, role, organisationId }, given.name || undefined);
  });
  console.log('已授予，立即生效。');
}
