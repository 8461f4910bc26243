import 'server-only';
import { sql } from 'drizzle-orm';
import { accountPhone, personDocument } from '@/db/schema/identity';
import type { Occupation } from '@/features/members/queries/occupations';
import { formatMemberNumber, memberSeries } from '@/features/members/rules/numbers';
import { memberNumberArea } from '@/features/review/settings';
import { gramsOf } from '@/lib/china/name-grams';
import { readName } from '@/lib/china/pinyin';
import { sealField } from '@/lib/crypto/field';
import { documentIndex, phoneIndex } from '@/lib/crypto/indexes';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { takeNumbers } from '@/lib/running-number';
import { readSettings } from '@/lib/settings';
import type { ImportChoice } from '../rules/book-row';
import type { MemberLine } from '../rules/member-line';
import type { PlannedMember } from './plan-members';
import { sumsOf } from './touched';

/** Ids of what one row made, or of what it changed and how that stood before. */
export interface MadeMember {
  readonly accountId: string;
  readonly personId: string;
  readonly membershipId: string;
  /** False where the person was on record and only the 会籍 is new. */
  readonly newPerson: boolean;
  readonly newMembership: boolean;
  /** Of the 会籍 as it was left: later it shows whether somebody has changed it. */
  readonly sum: string;
}
export interface MemberToWrite extends PlannedMember {
  readonly rowId: string;
  readonly choice: ImportChoice;
}

export interface Writing {
  readonly occupations: readonly Occupation[];
  readonly fallback: Occupation;
}

/** Rows as one parameter, for `jsonb_to_recordset`. */
export const json = (rows: readonly unknown[]) => sql`${JSON.stringify(rows)}::jsonb`;

function accountOf(line: MemberLine, accountId: string, choice: ImportChoice) {
  const phone = choice === 'without_phone' ? '' : line.phone;
  return {
    id: accountId,
    phone_index: phone === '' ? `released:${accountId}` : phoneIndex(phone),
    phone_sealed: sealField(phone, accountPhone(accountId)),
    phone_tail: phone.slice(-4),
    no_phone: phone === '',
    display_name: line.name,
  };
}

/** A name with its reading and the pieces it is searched by, as the columns of a person. */
export const nameForStore = (name: string) => ({
  name,
  pinyin: readName(name).sortKey,
  initials: readName(name).initials,
  name_grams: gramsOf(name),
});

const personOf = (line: MemberLine, { personId, accountId }: MadeMember) => ({
  id: personId,
  account_id: accountId,
  ...nameForStore(line.name),
  id_type: line.idType,
  id_sealed: sealField(line.idNumber, personDocument(personId)),
  id_index: documentIndex(line.idType, line.idNumber),
  id_masked: line.idMasked,
  sex: line.sex,
  birth_on: line.birthOn,
  union_id: line.organisationId,
});

/** An occupation with the flags of the dictionary of today, as the columns of a 会籍. */
export function occupationOf(code: string | null, { occupations, fallback }: Writing) {
  const one = occupations.find((each) => each.code === code) ?? fallback;
  return {
    occupation_code: one.code,
    occupation_version: one.version,
    is_new_form: one.isNewForm,
    in_eight_groups: one.inEightGroups,
  };
}

async function insertAccounts(systemTx: Ctx, rows: readonly unknown[]) {
  await systemTx.db.execute(sql`
    insert into accounts (id, phone_index, phone_sealed, phone_tail, display_name, imported_at, last_signed_in_at,
      phone_released_at)
    select id, phone_index, phone_sealed, phone_tail, display_name, now(), now(),
      case when no_phone then now() end
    from jsonb_to_recordset(${json(rows)}) as r(id uuid, phone_index text, phone_sealed text, phone_tail text,
      display_name text, no_phone boolean)`);
}

async function insertPeople(systemTx: Ctx, rows: readonly unknown[]) {
  await systemTx.db.execute(sql`
    insert into people (id, account_id, name, pinyin, initials, name_grams, id_type, id_sealed, id_index, id_masked,
      sex, birth_on, union_id, created_at, updated_at)
    select id, account_id, name, pinyin, initials, name_grams, id_type, id_sealed, id_index, id_masked,
      sex, birth_on, union_id, now(), now()
    from jsonb_to_recordset(${json(rows)}) as r(id uuid, account_id uuid, name text, pinyin text, initials text,
      name_grams text[], id_type text, id_sealed text, id_index text, id_masked text, sex text, birth_on date,
      union_id uuid)`);
}

async function insertMemberships(systemTx: Ctx, rows: readonly unknown[]) {
  await systemTx.db.execute(sql`
    insert into memberships (id, person_id, organisation_id, member_no, status, occupation_code, occupation_version,
      is_new_form, in_eight_groups, employer_id, employer_name, joined_on)
    select r.id, person_id, organisation_id, member_no, 'regular', occupation_code, occupation_version,
      is_new_form, in_eight_groups,
      (select min(e.id::text)::uuid from employers e
        where e.name = employer_name and e.closed_at is null having count(*) = 1),
      employer_name, joined_on
    from jsonb_to_recordset(${json(rows)}) as r(id uuid, person_id uuid, organisation_id uuid, member_no text,
      occupation_code text, occupation_version text, is_new_form boolean, in_eight_groups boolean,
      employer_name text, joined_on date)`);
  await systemTx.db.execute(sql`
    update people p set union_id = r.organisation_id
    from jsonb_to_recordset(${json(rows)}) as r(person_id uuid, organisation_id uuid)
    where p.id = r.person_id and p.union_id is distinct from r.organisation_id`);
}

/**
 * Makes these rows members: account, person, 会籍 and the next numbers, one statement for each kind of row
 * whatever their number. Nobody has signed in to such an account. Run it as the system.
 * @returns what each row made, in their order
 */
export async function makeMembers(
  systemTx: Ctx,
  rows: readonly MemberToWrite[],
  writing: Writing,
): Promise<MadeMember[]> {
  if (rows.length === 0) return [];
  const { memberNumberArea: area } = await readSettings(systemTx, { memberNumberArea });
  const year = Number(todayOn(systemTx.now).slice(0, 4));
  const made = rows.map(({ person }) => ({
    accountId: person?.accountId ?? newId(),
    personId: person?.personId ?? newId(),
    membershipId: newId(),
    newPerson: person === null,
    newMembership: true,
    sum: '',
  }));
  const all = rows.map((row, at) => ({ ...row, made: made[at] as MadeMember }));
  const fresh = all.filter(({ made: { newPerson } }) => newPerson);
  await insertAccounts(
    systemTx,
    fresh.map(({ line, made: { accountId }, choice }) => accountOf(line, accountId, choice)),
  );
  await insertPeople(
    systemTx,
    fresh.map(({ line, made: one }) => personOf(line, one)),
  );
  const first = await takeNumbers(systemTx, memberSeries(year), rows.length);
  await insertMemberships(
    systemTx,
    all.map(({ line, made: one }, at) => ({
      id: one.membershipId,
      person_id: one.personId,
      organisation_id: line.organisationId,
      member_no: formatMemberNumber(area, year, first + at),
      ...occupationOf(line.occupationCode, writing),
      employer_name: line.employerName,
      joined_on: line.joinedOn,
    })),
  );
  const sums = await sumsOf(
    systemTx,
    made.map(({ membershipId }) => membershipId),
  );
  return made.map((one) => ({ ...one, sum: sums.get(one.membershipId) ?? '' }));
}
