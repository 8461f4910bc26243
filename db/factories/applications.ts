import { eq } from 'drizzle-orm';
import { membershipApplications as applications } from '@/db/schema/membership';
import { placeOnDesk } from '@/features/membership/commands/place-on-desk';
import { parseIdentityDocument } from '@/lib/cn-id/parse';
import { sealField } from '@/lib/crypto/field';
import { applicationDocument, documentIndex } from '@/lib/crypto/places';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { gramsOf } from '@/lib/name-grams';
import { readName } from '@/lib/pinyin';
import { anAccount, aResidentId, type MadeAccount } from './accounts';

type Row = typeof applications.$inferInsert;

interface Given {
  organisationId: string;
  applicant?: MadeAccount;
  name?: string;
  idNumber?: string;
  /** Written over what submitting made, e.g. a due day long past. */
  after?: Partial<Row>;
}

/** A complete draft, its document sealed in its own row. Run it as the house. */
export async function aDraft(tx: Ctx, given: Given & Partial<Row>) {
  const { applicant: known, name = '韦小满', idNumber, after: _after, ...rest } = given;
  const applicant = known ?? (await anAccount(tx));
  const id = newId();
  const document = parseIdentityDocument('resident_id', idNumber ?? aResidentId(), todayOn(tx.now));
  if (!document.ok) throw new Error(`bad synthetic ID: ${document.reason}`);
  const [row] = await tx.db
    .insert(applications)
    .values({
      id,
      accountId: applicant.accountId,
      personId: applicant.personId,
      channel: 'web',
      phoneTail: applicant.phone.slice(-4),
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
      occupationVersion: '2026-01',
      route: 'town',
      ...rest,
    })
    .returning();
  if (!row) throw new Error('no draft made');
  return { ...row, applicant };
}

/** An application on its union's desk, as submitting leaves it. Run it as the house. */
export async function anApplication(tx: Ctx, given: Given & Partial<Row>) {
  const { applicant, ...draft } = await aDraft(tx, given);
  const placed = await placeOnDesk(tx, draft);
  const patch = given.after;
  if (patch) await tx.db.update(applications).set(patch).where(eq(applications.id, draft.id));
  return { ...placed, version: draft.version + 1, applicant };
}
