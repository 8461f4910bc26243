import { asc, eq, isNull, or, sql } from 'drizzle-orm';
import { findDuplicates } from '@/features/duplicates/commands/find-duplicates';
import { mergeEmployers } from '@/features/duplicates/commands/merge-employers';
import { mergePeople } from '@/features/duplicates/commands/merge-people';
import { separateRecords } from '@/features/duplicates/commands/separate-records';
import { readName } from '@/lib/china/pinyin';
import { phoneIndex } from '@/lib/crypto/indexes';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { within } from '@/lib/transaction';
import { actorOf, type MadeAccount } from '../factories/accounts';
import { duplicatePairs, pastPhones, recordMerges } from '../schema/duplicates';
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

/** Employers of the register that were entered again, without code and legal form. */
async function seedSecondEmployers(tx: Ctx, townId: string, count: number): Promise<string[]> {
  const firsts = await tx.db
    .select({ name: employers.name, townId: employers.townId, address: employers.address })
    .from(registerEntries)
    .innerJoin(employers, eq(employers.id, registerEntries.employerId))
    .where(isNull(employers.unionId))
    // Those of the town first; a smaller federation has one more elsewhere.
    .orderBy(sql`${employers.townId} is distinct from ${townId}`, asc(employers.name))
    .limit(count);
  if (firsts.length < count) throw new Error('too few employers in the register to enter twice');
  const ids: string[] = [];
  for (const first of firsts) {
    const name = first.name.replace(/有限公司$/u, '');
    const { sortKey, initials } = readName(name);
    const id = newId();
    await tx.db.insert(employers).values({ ...first, id, name, pinyin: sortKey, initials });
    ids.push(id);
  }
  return ids;
}

async function pairOf(tx: Ctx, id: string) {
  const [pair] = await tx.db
    .select({ id: duplicatePairs.id, aId: duplicatePairs.aId, at: duplicatePairs.organisationId })
    .from(duplicatePairs)
    .where(or(eq(duplicatePairs.aId, id), eq(duplicatePairs.bId, id)));
  if (!pair) throw new Error('the seeded second record was not found');
  return { ...pair, stays: pair.aId === id ? ('b' as const) : ('a' as const) };
}

/** 组织部, who called the person or the firm. */
function actingAs(tx: Ctx, officer: MadeAccount, at: string): Ctx {
  const grant = { role: 'organisation_officer' as const, organisationId: at };
  return { ...tx, actor: { ...actorOf(officer, grant), steppedUpAt: tx.now } };
}

async function mergePerson(tx: Ctx, officer: MadeAccount, personId: string): Promise<string> {
  const { id: pairId, stays, at } = await pairOf(tx, personId);
  const sides = { survivor: stays, name: stays, document: stays, phone: stays };
  const reason = '换了手机，打电话核实过是本人';
  const merged = await within(tx, actingAs(tx, officer, at), (own) =>
    mergePeople(own, { pairId, ...sides, reason }),
  );
  if (!merged.ok) throw new Error(`the seeded merge was refused: ${merged.reason}`);
  return merged.value.mergeId;
}

async function mergeFirm(tx: Ctx, officer: MadeAccount, employerId: string): Promise<void> {
  const { id: pairId, stays, at } = await pairOf(tx, employerId);
  const asked = { pairId, survivor: stays, name: stays, reason: '走访时核实是同一家' };
  const merged = await within(tx, actingAs(tx, officer, at), (own) => mergeEmployers(own, asked));
  if (!merged.ok) throw new Error(`the seeded merge was refused: ${merged.reason}`);
}

/** Merged by mistake: a brother came to the counter. */
async function separate(tx: Ctx, officer: MadeAccount, mergeId: string): Promise<void> {
  const [root] = await tx.db
    .select({ at: recordMerges.organisationId })
    .from(recordMerges)
    .where(eq(recordMerges.id, mergeId));
  const apart = await within(tx, actingAs(tx, officer, root?.at ?? ''), (own) =>
    separateRecords(own, { mergeId, reason: '来窗口核对，是同名的两个人' }),
  );
  if (!apart.ok) throw new Error(`the seeded merge was not taken apart: ${apart.reason}`);
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

/**
 * Three people and two employers entered twice, found as every night: one of each waits, one of each is merged, and
 * one of the people was taken apart again.
 */
export async function seedDuplicates(
  tx: Ctx,
  [waiting, merged, separated]: readonly [Member, Member, Member],
  townId: string,
): Promise<void> {
  await seedSecondRecord(tx, waiting, '13900000004');
  const done = await seedSecondRecord(tx, merged, '13900000005');
  const mistaken = await seedSecondRecord(tx, separated, '13900000006');
  const [, again = ''] = await seedSecondEmployers(tx, townId, 2);
  await findDuplicates(tx);
  const officer = await anOfficerOf(tx);
  await mergePerson(tx, officer, done);
  await separate(tx, officer, await mergePerson(tx, officer, mistaken));
  await mergeFirm(tx, officer, again);
}
