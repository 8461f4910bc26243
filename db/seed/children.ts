import type { children, guardians } from '@/db/schema/family';
import { childBirth, childDocument, childName } from '@/db/schema/family';
import { residentIdCheckCharacter } from '@/lib/china/id/resident-id';
import { maskName } from '@/lib/china/person-name';
import { sealField } from '@/lib/crypto/field';
import { documentIndex } from '@/lib/crypto/indexes';
import { maskId } from '@/lib/format';
import { newId } from '@/lib/ids';
import { givenNames } from './data/names';
import { invented } from './federation';
import type { Member } from './members';
import type { Random } from './random';

const { story } = invented;

export interface Child {
  row: typeof children.$inferInsert;
  guardian: typeof guardians.$inferInsert;
  nameMasked: string;
}

let made = 0;

/** A child of a member, in primary school this year; name, birth date and number are sealed. */
export function aChildOf(
  parent: Member,
  random: Random,
  today: string,
  given: { name?: string; grade?: number; sex?: 'male' | 'female' } = {},
): Child {
  made += 1;
  const id = newId();
  const sex = given.sex ?? random.pick(['male', 'female'] as const);
  const grade = given.grade ?? random.int(2, 5);
  const schoolYear = Number(today.slice(0, 4)) - (today.slice(5) < '09-01' ? 1 : 0);
  const schoolEntryYear = schoolYear - grade + 1;
  const birthOn = `${schoolEntryYear - 6}-0${random.int(1, 8)}-${random.int(10, 28)}`;
  const surname = [...parent.name][0] ?? '陈';
  const name = given.name ?? surname + random.pick(givenNames[sex]);
  const order = String(500 + ((made * 2) % 480) + (sex === 'male' ? 1 : 0)).padStart(3, '0');
  const first17 = `${invented.areaCode}${birthOn.replaceAll('-', '')}${order}`;
  const idNumber = first17 + residentIdCheckCharacter(first17);
  const nameMasked = maskName(name);
  return {
    nameMasked,
    row: {
      id,
      nameSealed: sealField(name, childName(id)),
      nameMasked,
      idType: 'resident_id',
      idSealed: sealField(idNumber, childDocument(id)),
      idIndex: documentIndex('resident_id', idNumber),
      idMasked: maskId(idNumber),
      birthSealed: sealField(birthOn, childBirth(id)),
      sex,
      school: story.school,
      schoolEntryYear,
    },
    guardian: {
      id: newId(),
      childId: id,
      personId: parent.personId,
      accountId: parent.accountId,
      relation: parent.sex === 'male' ? 'father' : 'mother',
      status: 'confirmed',
      confirmedAt: new Date(`${today}T00:00:00Z`),
    },
  };
}
