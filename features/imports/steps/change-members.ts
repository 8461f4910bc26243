import 'server-only';
import { sql } from 'drizzle-orm';
import { accountPhone } from '@/db/schema/identity';
import { openField, sealField } from '@/lib/crypto/field';
import { phoneIndex } from '@/lib/crypto/indexes';
import type { Ctx } from '@/lib/ctx';
import { sumsOf } from './touched';
import {
  json,
  type MadeMember,
  type MemberToWrite,
  nameForStore,
  occupationOf,
  type Writing,
} from './write-members';

/** How a member stood before a book changed it; what the book left alone is absent. */
export interface MemberBefore {
  readonly name?: string | null;
  readonly phone?: string;
  readonly occupation?: {
    readonly occupation_code: string;
    readonly occupation_version: string;
    readonly is_new_form: boolean;
    readonly in_eight_groups: boolean;
  };
  readonly employer?: {
    readonly employer_id: string | null;
    readonly employer_name: string | null;
  };
}

interface Now extends Record<string, unknown> {
  membership_id: string;
  account_id: string;
  name: string | null;
  phone_sealed: string;
  occupation_code: string;
  occupation_version: string;
  is_new_form: boolean;
  in_eight_groups: boolean;
  employer_id: string | null;
  employer_name: string | null;
}

/** Members as they stand, locked until the transaction ends. */
const lockMembers = (systemTx: Ctx, membershipIds: readonly string[]) =>
  systemTx.db.execute<Now>(sql`
    select m.id as membership_id, a.id as account_id, p.name, a.phone_sealed, m.occupation_code, m.occupation_version,
      m.is_new_form, m.in_eight_groups, m.employer_id, m.employer_name
    from memberships m join people p on p.id = m.person_id join accounts a on a.id = p.account_id
    where m.id = any (${`{${membershipIds.join(',')}}`}::uuid[]) order by m.id for update of m, p, a`);

const changed = ({ plan }: MemberToWrite, field: string) =>
  plan.changes.some((change) => change.field === field);
const takesName = (row: MemberToWrite) => row.choice === 'use_book' && changed(row, 'name');

function beforeOf(row: MemberToWrite, now: Now): MemberBefore {
  const { occupation_code, occupation_version, is_new_form, in_eight_groups } = now;
  return {
    ...(takesName(row) && { name: now.name }),
    ...(changed(row, 'phone') && {
      phone: openField(now.phone_sealed, accountPhone(now.account_id)),
    }),
    ...(changed(row, 'occupation') && {
      occupation: { occupation_code, occupation_version, is_new_form, in_eight_groups },
    }),
    ...(changed(row, 'employerName') && {
      employer: { employer_id: now.employer_id, employer_name: now.employer_name },
    }),
  };
}

/** Gives people these names. */
export async function setNames(
  systemTx: Ctx,
  rows: readonly { personId: string; accountId: string; name: string }[],
): Promise<void> {
  const given = rows.map(({ name, ...ids }) => ({ ...ids, ...nameForStore(name) }));
  await systemTx.db.execute(sql`
    update people p set name = r.name, pinyin = r.pinyin, initials = r.initials, name_grams = r.name_grams,
      updated_at = now()
    from jsonb_to_recordset(${json(given)}) as r("personId" uuid, name text, pinyin text, initials text, name_grams text[])
    where p.id = r."personId"`);
  await systemTx.db.execute(sql`
    update accounts a set display_name = r.name
    from jsonb_to_recordset(${json(given)}) as r("accountId" uuid, name text) where a.id = r."accountId"`);
}

/** Gives accounts that nobody has signed in to these phones; an empty one takes the phone off. */
export async function setPhones(
  systemTx: Ctx,
  rows: readonly { accountId: string; phone: string }[],
): Promise<void> {
  const given = rows.map(({ accountId, phone }) => ({
    id: accountId,
    phone_index: phone === '' ? `released:${accountId}` : phoneIndex(phone),
    phone_sealed: sealField(phone, accountPhone(accountId)),
    phone_tail: phone.slice(-4),
    no_phone: phone === '',
  }));
  await systemTx.db.execute(sql`
    update accounts a set phone_index = r.phone_index, phone_sealed = r.phone_sealed, phone_tail = r.phone_tail,
      phone_released_at = case when r.no_phone then now() end
    from jsonb_to_recordset(${json(given)}) as r(id uuid, phone_index text, phone_sealed text, phone_tail text,
      no_phone boolean)
    where a.id = r.id and a.last_signed_in_at is not distinct from a.imported_at`);
}

/** Gives 会籍 these occupations, with the flags as of the dictionary they name. */
export async function setOccupations(
  systemTx: Ctx,
  rows: readonly ({ membershipId: string } & NonNullable<MemberBefore['occupation']>)[],
): Promise<void> {
  await systemTx.db.execute(sql`
    update memberships m set occupation_code = r.occupation_code, occupation_version = r.occupation_version,
      is_new_form = r.is_new_form, in_eight_groups = r.in_eight_groups
    from jsonb_to_recordset(${json(rows)}) as r("membershipId" uuid, occupation_code text, occupation_version text,
      is_new_form boolean, in_eight_groups boolean)
    where m.id = r."membershipId"`);
}

/** Gives 会籍 these employers. */
export async function setEmployers(
  systemTx: Ctx,
  rows: readonly ({ membershipId: string } & NonNullable<MemberBefore['employer']>)[],
): Promise<void> {
  await systemTx.db.execute(sql`
    update memberships m set employer_id = r.employer_id, employer_name = r.employer_name
    from jsonb_to_recordset(${json(rows)}) as r("membershipId" uuid, employer_id uuid, employer_name text)
    where m.id = r."membershipId"`);
}

/**
 * Writes what the book changes of members who are there already. Run it as the system, with the plan of the same
 * transaction.
 * @returns what each row changed and how that stood before, in their order
 */
export async function changeMembers(
  systemTx: Ctx,
  rows: readonly MemberToWrite[],
  writing: Writing,
): Promise<(MadeMember & { before: MemberBefore })[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ person }) => person?.membership?.id ?? '');
  const now = new Map((await lockMembers(systemTx, ids)).map((one) => [one.membership_id, one]));
  const done = rows.map((row, at) => {
    const current = now.get(ids[at] ?? '');
    if (!current || !row.person) throw new Error('a member to change is gone');
    const { personId, accountId } = row.person;
    const made = { accountId, personId, membershipId: current.membership_id };
    return {
      row,
      made: { ...made, newPerson: false, newMembership: false, before: beforeOf(row, current) },
    };
  });
  const having = (field: keyof MemberBefore) => done.filter(({ made }) => field in made.before);
  await setNames(
    systemTx,
    having('name').map(({ row: { line }, made }) => ({ ...made, name: line.name })),
  );
  await setPhones(
    systemTx,
    having('phone').map(({ row: { line }, made }) => ({ ...made, phone: line.phone })),
  );
  await setOccupations(
    systemTx,
    having('occupation').map(({ row: { line }, made: { membershipId } }) => ({
      membershipId,
      ...occupationOf(line.occupationCode, writing),
    })),
  );
  await setEmployers(
    systemTx,
    having('employer').map(({ row: { line }, made: { membershipId } }) => ({
      membershipId,
      employer_id: null,
      employer_name: line.employerName,
    })),
  );
  const sums = await sumsOf(systemTx, ids);
  return done.map(({ made }) => ({ ...made, sum: sums.get(made.membershipId) ?? '' }));
}
