import {
  accountPhone,
  accounts,
  people,
  personDocument,
  type RoleName,
  roleGrants,
  sessions,
} from '@/db/schema/identity';
import { memberships } from '@/db/schema/membership';
import type { AccountActor } from '@/lib/actor';
import { parseIdentityDocument } from '@/lib/china/id/parse';
import { residentIdCheckCharacter } from '@/lib/china/id/resident-id';
import { gramsOf } from '@/lib/china/name-grams';
import { readName } from '@/lib/china/pinyin';
import { sealField } from '@/lib/crypto/field';
import { documentIndex, phoneIndex } from '@/lib/crypto/indexes';
import { newToken, sha256Hex } from '@/lib/crypto/token';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { serial } from './serial';

export interface MadeAccount {
  accountId: string;
  personId: string;
  phone: string;
  displayName: string;
}

/** 139 0000 0000 and up: a block that no carrier sells in order. */
export const aPhone = (): string => `139${String(serial() % 100_000_000).padStart(8, '0')}`;

/** A synthetic resident ID of 港南区 with a right checksum; the running number makes it unique. */
export function aResidentId(given: { birthOn?: string; sex?: 'male' | 'female' } = {}): string {
  const n = serial();
  const day = given.birthOn ?? `19${60 + (n % 40)}-0${1 + (n % 9)}-${10 + (n % 18)}`;
  const odd = (given.sex ?? 'male') === 'male' ? 1 : 0;
  const order = String((n % 500) * 2 + odd).padStart(3, '0');
  const first17 = `450803${day.replaceAll('-', '')}${order}`;
  return first17 + residentIdCheckCharacter(first17);
}

/** An account with its (still nameless) person, as the first sign-in makes them. */
export async function anAccount(
  tx: Ctx,
  given: { phone?: string; displayName?: string; passwordHash?: string } = {},
): Promise<MadeAccount> {
  const accountId = newId();
  const personId = newId();
  const phone = given.phone ?? aPhone();
  const displayName = given.displayName ?? `用户${phone.slice(-4)}`;
  await tx.db.insert(accounts).values({
    id: accountId,
    phoneIndex: phoneIndex(phone),
    phoneSealed: sealField(phone, accountPhone(accountId)),
    phoneTail: phone.slice(-4),
    displayName,
    passwordHash: given.passwordHash,
  });
  await tx.db.insert(people).values({ id: personId, accountId });
  return { accountId, personId, phone, displayName };
}

interface MemberGiven {
  organisationId: string;
  phone?: string;
  name?: string;
  idNumber?: string;
  joinedOn?: string;
  occupation?: { code: string; version: string; isNewForm: boolean; inEightGroups: boolean };
  employerId?: string;
}

const factory = { code: 'factory_worker', version: 'test', isNewForm: false, inEightGroups: false };

/** A member in good standing: account, person with a sealed ID, membership. Run it as the system. */
export async function aMember(
  tx: Ctx,
  given: MemberGiven,
): Promise<MadeAccount & { memberNo: string; membershipId: string; idNumber: string }> {
  const name = given.name ?? '陈一帆';
  const made = await anAccount(tx, { phone: given.phone, displayName: name });
  const idNumber = given.idNumber ?? aResidentId();
  const document = parseIdentityDocument('resident_id', idNumber, todayOn(tx.now));
  if (!document.ok) throw new Error(`bad synthetic ID: ${document.reason}`);
  const reading = readName(name);
  const person = {
    id: made.personId,
    accountId: made.accountId,
    name,
    pinyin: reading.sortKey,
    initials: reading.initials,
    nameGrams: gramsOf(name),
    idType: 'resident_id',
    idSealed: sealField(document.normalised, personDocument(made.personId)),
    idIndex: documentIndex('resident_id', document.normalised),
    idMasked: document.masked,
    sex: document.sex,
    birthOn: document.birthOn,
    unionId: given.organisationId,
  };
  await tx.db.insert(people).values(person).onConflictDoUpdate({ target: people.id, set: person });
  const { code, version, ...flags } = given.occupation ?? factory;
  const membershipId = newId();
  const memberNo = `0803${String(serial()).padStart(8, '0')}`;
  await tx.db.insert(memberships).values({
    id: membershipId,
    personId: made.personId,
    organisationId: given.organisationId,
    memberNo,
    status: 'regular',
    occupationCode: code,
    occupationVersion: version,
    ...flags,
    employerId: given.employerId,
    joinedOn: given.joinedOn ?? '2024-03-02',
  });
  return { ...made, memberNo, membershipId, idNumber };
}

/** The actor that a page would see for this account; `role` makes it an officer with a second factor. */
export function actorOf(
  made: MadeAccount,
  ...grants: { role: RoleName; organisationId: string }[]
): AccountActor {
  return {
    kind: 'account',
    accountId: made.accountId,
    personId: made.personId,
    sessionId: newId(),
    displayName: made.displayName,
    assurance: grants.length > 0 ? 'totp' : 'sms',
    mode: grants.length > 0 ? 'staff' : 'member',
    grants,
  };
}

/** An officer: account, role grant, and the actor to act with. */
export async function anOfficer(
  tx: Ctx,
  role: RoleName,
  organisationId: string,
  given: { displayName?: string } = {},
): Promise<MadeAccount & { actor: AccountActor }> {
  const made = await anAccount(tx, { displayName: given.displayName ?? '林干事' });
  await tx.db
    .insert(roleGrants)
    .values({ id: newId(), accountId: made.accountId, role, organisationId });
  return { ...made, actor: actorOf(made, { role, organisationId }) };
}

/** A session as signing in makes it; the token goes into the cookie. */
export async function aSignedInSession(
  tx: Ctx,
  accountId: string,
  given: { assurance?: 'sms' | 'password' | 'totp'; mode?: 'member' | 'staff' } = {},
): Promise<{ token: string; sessionId: string }> {
  const token = newToken();
  const sessionId = newId();
  await tx.db.insert(sessions).values({
    id: sessionId,
    tokenHash: sha256Hex(token),
    accountId,
    assurance: given.assurance ?? 'sms',
    mode: given.mode ?? 'member',
    device: '测试浏览器',
    expiresAt: new Date(tx.now.getTime() + 8 * 3_600_000),
  });
  return { token, sessionId };
}
