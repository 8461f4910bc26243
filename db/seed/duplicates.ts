import { and, asc, eq, isNull, or } from 'drizzle-orm';
import { findDuplicates } from '@/features/duplicates/commands/find-duplicates';
import { mergePeople } from '@/features/duplicates/commands/merge-people';
import { readName } from '@/lib/china/pinyin';
import { phoneIndex } from '@/lib/crypto/indexes';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { within } from '@/lib/transaction';
import { actorOf, type MadeAccount } from '../factories/accounts';
import { duplicatePairs, pastPhones } from '../schema/duplicates';
import { registerEntries } from '../schema/employer-register';
import { accounts, people, roleGrants } from '../schema/identity';
import { employers } from '../schema/organisations';
import type { Member } from './members';
import { accountRow, personRow } from './people';

/** A member with a new number, whose second record has neither document nor 会籍. */
async function seedSecondRecord(tx: Ctx, member: Member, phone: string): Promise<string> {
  const twin = { ...member, accountId: newId(), personId: newId(), phone };
  await tx.db.insert(accounts).values(accountRow(twin));
  const { unionId: _, idIndex: _none, idSealed: _sealed, ...row } = personRow(twin, '');
  await tx.db.insert(people).values({ ...row, idType: null, idMasked: null });
  const oldNumber = { accountId: twin.accountId, phoneIndex: phoneIndex(member.phone) };
  await tx.db.insert(pastPhones).values(oldNumber);
  return twin.personId;
}

/** An employer of the register that was entered again, without its code and legal form. */
async function seedSecondEmployer(tx: Ctx, townId: string): Promise<void> {
  const [first] = await tx.db
    .select({ name: employers.name, townId: employers.townId, address: employers.address })
    .from(registerEntries)
    .innerJoin(employers, eq(employers.id, registerEntries.employerId))
    .where(and(eq(employers.townId, townId), isNull(employers.unionId)))
    .orderBy(asc(employers.name))
    .limit(1);
  if (!first) throw new Error('no employer in the register to be entered twice');
  const name = first.name.replace(/有限公司$/u, '');
  const { sortKey, initials } = readName(name);
  await tx.db.insert(employers).values({ ...first, id: newId(), name, pinyin: sortKey, initials });
}

/** The pair of one record is merged by 组织部, who called the person. */
async function mergeAs(tx: Ctx, officer: MadeAccount, personId: string): Promise<void> {
  const [pair] = await tx.db
    .select({ id: duplicatePairs.id, aId: duplicatePairs.aId, at: duplicatePairs.organisationId })
    .from(duplicatePairs)
    .where(or(eq(duplicatePairs.aId, personId), eq(duplicatePairs.bId, personId)));
  if (!pair) throw new Error('the seeded second record was not found');
  const stays = pair.aId === personId ? ('b' as const) : ('a' as const);
  const sides = { survivor: stays, name: stays, document: stays, phone: stays };
  const grant = { role: 'organisation_officer' as const, organisationId: pair.at };
  const actor = { ...actorOf(officer, grant), steppedUpAt: tx.now };
  const merged = await within(tx, { ...tx, actor }, (own) =>
    mergePeople(own, { pairId: pair.id, ...sides, reason: '换了手机，打电话核实过是本人' }),
  );
  if (!merged.ok) throw new Error(`the seeded merge was refused: ${merged.reason}`);
}

async function anOfficerOf(tx: Ctx): Promise<MadeAccount> {
  const [row] = await tx.db
    .select({ accountId: accounts.id, displayName: accounts.displayName, personId: people.id })
    .from(roleGrants)
    .innerJoin(accounts, eq(accounts.id, roleGrants.accountId))
    .innerJoin(people, eq(people.accountId, accounts.id))
    .where(eq(roleGrants.role, 'organisation_officer'))
    .limit(1);
  if (!row) throw new Error('no officer of 组织部 in the seed');
  return { ...row, phone: '' };
}

/** Two people and one employer entered twice, found as every night; one of the people is merged by now. */
export async function seedDuplicates(
  tx: Ctx,
  [waiting, merged]: readonly [Member, Member],
  townId: string,
): Promise<void> {
  await seedSecondRecord(tx, waiting, '13900000004');
  const done = await seedSecondRecord(tx, merged, '13900000005');
  await seedSecondEmployer(tx, townId);
  await findDuplicates(tx);
  await mergeAs(tx, await anOfficerOf(tx), done);
}
