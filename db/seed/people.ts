import type { accounts, people } from '@/db/schema/identity';
import { accountPhone, personDocument } from '@/db/schema/identity';
import { residentIdCheckCharacter } from '@/lib/china/id/resident-id';
import { gramsOf } from '@/lib/china/name-grams';
import { readName } from '@/lib/china/pinyin';
import { sealField } from '@/lib/crypto/field';
import { documentIndex, phoneIndex } from '@/lib/crypto/indexes';
import { maskId } from '@/lib/format';
import { newId } from '@/lib/ids';
import { givenNames, unusualNames } from './data/names';
import { invented } from './federation';
import type { Random } from './random';

export type Sex = 'male' | 'female';

export interface Person {
  accountId: string;
  personId: string;
  name: string;
  sex: Sex;
  birthOn: string;
  /** Plain, for the tests of the seed only; the table holds it sealed. */
  idNumber: string;
  phone: string;
}

const two = (n: number) => String(n).padStart(2, '0');

/** Invents people: names and area code of the federation, a right check digit, phones 139000xxxxx. */
export function makePeople(random: Random, firstPhone: number) {
  let made = 0;

  const name = (sex: Sex): string => {
    if (made % 240 === 239) return random.pick(unusualNames);
    const given = random.pick(givenNames[sex]);
    const long = [...given].length === 1 && random.chance(0.4);
    return (
      random.weighted(invented.surnames) +
      given +
      (long ? [...random.pick(givenNames[sex])][0] : '')
    );
  };

  const idNumber = (birthOn: string, sex: Sex): string => {
    // The running number of a day's births, odd for men; `made` keeps all IDs apart.
    const order = String((made % 490) * 2 + (sex === 'male' ? 11 : 12)).padStart(3, '0');
    const first17 = `${invented.areaCode}${birthOn.replaceAll('-', '')}${order}`;
    return first17 + residentIdCheckCharacter(first17);
  };

  return (given: Partial<Omit<Person, 'idNumber'>> = {}): Person => {
    const sex = given.sex ?? (random.chance(0.46) ? 'female' : 'male');
    const birthOn =
      given.birthOn ??
      `${random.int(1967, 2006)}-${two(random.int(1, 12))}-${two(random.int(1, 28))}`;
    const person: Person = {
      accountId: newId(),
      personId: newId(),
      name: name(sex),
      phone: String(firstPhone + made),
      ...given,
      sex,
      birthOn,
      idNumber: idNumber(birthOn, sex),
    };
    made += 1;
    return person;
  };
}

/** The account's row; `more` adds an officer's password and second factor. */
export const accountRow = (
  person: Person,
  more: Partial<typeof accounts.$inferInsert> = {},
): typeof accounts.$inferInsert => ({
  id: person.accountId,
  phoneIndex: phoneIndex(person.phone),
  phoneSealed: sealField(person.phone, accountPhone(person.accountId)),
  phoneTail: person.phone.slice(-4),
  displayName: person.name,
  ...more,
});

/** The document as it stands in `people` once a union has approved. */
export function personRow(person: Person, unionId: string): typeof people.$inferInsert {
  const { sortKey, initials } = readName(person.name);
  return {
    id: person.personId,
    accountId: person.accountId,
    name: person.name,
    pinyin: sortKey,
    initials,
    nameGrams: gramsOf(person.name),
    idType: 'resident_id',
    idSealed: sealField(person.idNumber, personDocument(person.personId)),
    idIndex: documentIndex('resident_id', person.idNumber),
    idMasked: maskId(person.idNumber),
    sex: person.sex,
    birthOn: person.birthOn,
    unionId,
  };
}
