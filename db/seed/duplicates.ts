import { and, asc, eq, isNull } from 'drizzle-orm';
import { findDuplicates } from '@/features/duplicates/commands/find-duplicates';
import { readName } from '@/lib/china/pinyin';
import { phoneIndex } from '@/lib/crypto/indexes';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { pastPhones } from '../schema/duplicates';
import { registerEntries } from '../schema/employer-register';
import { accounts, people } from '../schema/identity';
import { employers } from '../schema/organisations';
import type { Member } from './members';
import { accountRow, personRow } from './people';

const newPhone = '13900000004';

/** A member with a new number, whose second record has a passport and no membership. */
async function seedSecondRecord(tx: Ctx, member: Member): Promise<void> {
  const twin = { ...member, accountId: newId(), personId: newId(), phone: newPhone };
  await tx.db.insert(accounts).values(accountRow(twin));
  const { unionId: _, idIndex: _none, idSealed: _sealed, ...row } = personRow(twin, '');
  await tx.db.insert(people).values({ ...row, idType: null, idMasked: null });
  const oldNumber = { accountId: twin.accountId, phoneIndex: phoneIndex(member.phone) };
  await tx.db.insert(pastPhones).values(oldNumber);
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

/** One person and one employer entered twice, found as every night. */
export async function seedDuplicates(tx: Ctx, member: Member, townId: string): Promise<void> {
  await seedSecondRecord(tx, member);
  await seedSecondEmployer(tx, townId);
  await findDuplicates(tx);
}
