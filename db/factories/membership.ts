import { applicationDocument, membershipApplications, occupations } from '@/db/schema/membership';
import { parseIdentityDocument } from '@/lib/china/id/parse';
import { gramsOf } from '@/lib/china/name-grams';
import { readName } from '@/lib/china/pinyin';
import { sealField } from '@/lib/crypto/field';
import { documentIndex } from '@/lib/crypto/indexes';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { aResidentId, type MadeAccount } from './accounts';

export type MadeApplication = typeof membershipApplications.$inferSelect;

/** A dictionary of two occupations, in force since 2026. */
export async function aDictionary(tx: Ctx): Promise<void> {
  const row = { version: 'test', inEightGroups: true, validFrom: '2026-01-01' };
  await tx.db
    .insert(occupations)
    .values([
      { ...row, code: 'courier', name: '快递员', isNewForm: true, sort: 1 },
      { ...row, code: 'factory_worker', name: '工厂工人', isNewForm: false, sort: 2 },
    ])
    .onConflictDoNothing();
}

interface ApplicationGiven
  extends Partial<Omit<typeof membershipApplications.$inferInsert, 'accountId' | 'personId'>> {
  account: MadeAccount;
  /** Resident ID in plain; sealed here. */
  idNumber?: string;
}

/**
 * An application with every question answered, by default a draft. Give `organisationId`, and for
 * other statuses `status` with what the table asks for (`number`, `deskId`, `dueOn` …).
 */
export async function anApplication(tx: Ctx, given: ApplicationGiven): Promise<MadeApplication> {
  const { account, idNumber = aResidentId(), ...more } = given;
  const document = parseIdentityDocument('resident_id', idNumber, '2030-01-01');
  if (!document.ok) throw new Error(`bad synthetic ID: ${document.reason}`);
  const id = given.id ?? newId();
  const name = given.name ?? '黄小满';
  const [made] = await tx.db
    .insert(membershipApplications)
    .values({
      id,
      accountId: account.accountId,
      personId: account.personId,
      channel: 'web',
      phoneTail: account.phone.slice(-4),
      name,
      pinyin: readName(name).sortKey,
      nameGrams: gramsOf(name),
      idType: 'resident_id',
      idSealed: sealField(document.normalised, applicationDocument(id)),
      idIndex: documentIndex('resident_id', document.normalised),
      idMasked: document.masked,
      sex: document.sex,
      birthOn: document.birthOn,
      occupationCode: 'courier',
      occupationVersion: 'test',
      route: 'town',
      ...more,
    })
    .returning();
  if (!made) throw new Error('no application made');
  return made;
}
