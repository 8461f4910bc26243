import { childBirth, childDocument, childName, children, guardians } from '@/db/schema/family';
import { parseIdentityDocument } from '@/lib/china/id/parse';
import { maskName } from '@/lib/china/person-name';
import { sealField } from '@/lib/crypto/field';
import { documentIndex } from '@/lib/crypto/indexes';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { aResidentId, type MadeAccount } from './accounts';

type Relation = 'father' | 'mother' | 'grandparent' | 'other';

interface ChildGiven {
  guardians: readonly MadeAccount[];
  name?: string;
  birthOn?: string;
  sex?: 'male' | 'female';
  /** Calendar year of entering grade 1. */
  schoolEntryYear?: number;
  school?: string;
  relation?: Relation;
  idNumber?: string;
}

/** A child with its confirmed guardians, sealed as the family feature seals it. Run it as the system. */
export async function aChild(
  tx: Ctx,
  given: ChildGiven,
): Promise<{ childId: string; name: string; birthOn: string; idNumber: string }> {
  const id = newId();
  const name = given.name ?? '陈小禾';
  const birthOn = given.birthOn ?? '2017-05-20';
  const sex = given.sex ?? 'female';
  const idNumber = given.idNumber ?? aResidentId({ birthOn, sex });
  const document = parseIdentityDocument('resident_id', idNumber, todayOn(tx.now));
  if (!document.ok) throw new Error(`bad synthetic ID: ${document.reason}`);
  await tx.db.insert(children).values({
    id,
    nameSealed: sealField(name, childName(id)),
    nameMasked: maskName(name),
    idType: 'resident_id',
    idSealed: sealField(document.normalised, childDocument(id)),
    idIndex: documentIndex('resident_id', document.normalised),
    idMasked: document.masked,
    birthSealed: sealField(birthOn, childBirth(id)),
    sex,
    school: given.school ?? '桥圩镇中心小学',
    schoolEntryYear: given.schoolEntryYear ?? 2024,
  });
  for (const guardian of given.guardians) {
    await tx.db.insert(guardians).values({
      id: newId(),
      childId: id,
      personId: guardian.personId,
      accountId: guardian.accountId,
      relation: given.relation ?? 'mother',
      status: 'confirmed',
      confirmedAt: tx.now,
    });
  }
  return { childId: id, name, birthOn, idNumber };
}
