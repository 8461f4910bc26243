import 'server-only';
import { sql } from 'drizzle-orm';
import { accountPhone } from '@/db/schema/identity';
import { blindIndexQueue } from '@/lib/crypto/blind-index';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { maskPhone } from '@/lib/format';
import type { RowPlan } from '../rules/book-row';
import { decideMember, type KnownPerson } from '../rules/decide-member';
import type { MemberLine } from '../rules/member-line';
import type { FoundLine } from '../rules/member-lines';

export interface PlannedMember extends FoundLine {
  readonly plan: RowPlan;
  readonly person: KnownPerson | null;
}

interface Row extends Record<string, unknown> {
  person_id: string;
  account_id: string;
  id_index: string;
  name: string | null;
  unclaimed: boolean;
  phone_index: string;
  phone_sealed: string;
  membership_id: string | null;
  organisation_id: string;
  union_name: string;
  occupation_code: string;
  occupation: string | null;
  employer_name: string | null;
  joined_on: string;
}

const array = (values: readonly string[]) => `{${values.join(',')}}`;
/** What the document of a line is found by. */
export const documentIndexes = ({ idType, idNumber }: MemberLine): string[] =>
  idNumber === '' ? [] : blindIndexQueue(`document|${idType}`, idNumber);
const phoneIndexesOf = ({ phone }: MemberLine): string[] =>
  phone === '' ? [] : blindIndexQueue('phone', phone);

const peopleWith = (systemTx: Ctx, indexes: readonly string[]) =>
  systemTx.db.execute<Row>(sql`
    select p.id as person_id, a.id as account_id, p.id_index, p.name, a.phone_index, a.phone_sealed,
      a.last_signed_in_at is not distinct from a.imported_at as unclaimed,
      m.id as membership_id, m.organisation_id, o.short_name as union_name, m.occupation_code,
      w.name as occupation, m.employer_name, m.joined_on::text
    from people p join accounts a on a.id = p.account_id
    left join memberships m on m.person_id = p.id and m.status <> 'left'
    left join organisations o on o.id = m.organisation_id
    left join occupations w on w.code = m.occupation_code and w.version = m.occupation_version
    where p.id_index = any (${array(indexes)}::text[])`);

function known(row: Row, line: MemberLine): KnownPerson {
  const phone = openField(row.phone_sealed, accountPhone(row.account_id));
  return {
    personId: row.person_id,
    accountId: row.account_id,
    name: row.name,
    unclaimed: row.unclaimed,
    samePhone: phoneIndexesOf(line).includes(row.phone_index),
    phone: phone === '' ? '' : maskPhone(phone),
    membership: row.membership_id
      ? {
          id: row.membership_id,
          organisationId: row.organisation_id,
          unionName: row.union_name,
          occupationCode: row.occupation_code,
          occupation: row.occupation ?? '其他',
          employerName: row.employer_name,
          joinedOn: row.joined_on,
        }
      : null,
  };
}

async function facts(systemTx: Ctx, lines: readonly FoundLine[]) {
  const documents = lines.flatMap(({ line }) => documentIndexes(line));
  const phones = lines.flatMap(({ line }) => phoneIndexesOf(line));
  const people = await peopleWith(systemTx, documents);
  const accounts = await systemTx.db.execute<{ id: string; phone_index: string }>(sql`
    select id, phone_index from accounts where phone_index = any (${array(phones)}::text[])`);
  const applied = await systemTx.db.execute<{ id_index: string }>(sql`
    select id_index from membership_applications
    where id_index = any (${array(documents)}::text[]) and status in ('submitted', 'in_review', 'sent_back')`);
  return {
    people: new Map(people.map((row) => [row.id_index, row])),
    phones: new Map(accounts.map((row) => [row.phone_index, row.id])),
    applied: new Set(applied.map((row) => row.id_index)),
  };
}

interface Given {
  /** Of who imports: these rows are another's to write. */
  readonly households: ReadonlySet<string>;
  readonly occupationNames: ReadonlyMap<string, string>;
}

/**
 * What would become of these rows as the database stands now: at the review, and again when they are written.
 * Three statements for all of them. Run it as the system.
 */
export async function planMembers(
  systemTx: Ctx,
  lines: readonly FoundLine[],
  { households, occupationNames }: Given,
): Promise<PlannedMember[]> {
  const found = await facts(systemTx, lines);
  return lines.map((one) => {
    const { line, sameDocument, samePhone } = one;
    const indexes = documentIndexes(line);
    const row = indexes.map((index) => found.people.get(index)).find(Boolean);
    const person = row ? known(row, line) : null;
    const taker = phoneIndexesOf(line)
      .map((index) => found.phones.get(index))
      .find(Boolean);
    const plan = decideMember(line, {
      person,
      phoneTaken: taker !== undefined && taker !== person?.accountId,
      applied: indexes.some((index) => found.applied.has(index)),
      own: households.has(person?.accountId ?? '') || households.has(taker ?? ''),
      occupation: occupationNames.get(line.occupationCode ?? '') ?? '其他',
      sameDocument,
      samePhone,
    });
    return { ...one, person, plan };
  });
}
