import 'server-only';
import { sql } from 'drizzle-orm';
import { childName } from '@/db/schema/family';
import { accountPhone } from '@/db/schema/identity';
import { inScope } from '@/features/organisations/queries/scope';
import { nameKey, tidyName } from '@/lib/china/person-name';
import { blindIndexQueue } from '@/lib/crypto/blind-index';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import type { DraftRow } from '../schema/unit-list';

/** One member of the union as a list needs them. */
export interface UnitPerson {
  readonly personId: string;
  readonly accountId: string;
  readonly name: string;
  readonly unionId: string;
  readonly grams: string[];
  readonly pinyin: string | null;
  readonly phoneTail: string;
}

interface Found extends Record<string, unknown> {
  phone_index: string;
  person_id: string;
  account_id: string;
  name: string | null;
  union_id: string;
  grams: string[];
  pinyin: string | null;
  phone_tail: string;
}

const list = (values: readonly string[]) => `{${values.join(',')}}`;

/**
 * The members of a union, or of one below it, behind the phones of a list: one statement, whatever
 * its length. Who belongs elsewhere is not found, so a list tells nothing of other unions' people.
 * @returns by the phone as it stands in the rows
 */
export async function findUnitPeople(
  tx: Ctx,
  organisationId: string,
  rows: readonly DraftRow[],
): Promise<Map<string, UnitPerson>> {
  const phoneOf = new Map<string, string>();
  for (const { phone, words } of rows) {
    if (words === '')
      for (const index of blindIndexQueue('phone', phone)) phoneOf.set(index, phone);
  }
  if (phoneOf.size === 0) return new Map();
  const found = await tx.db.execute<Found>(sql`
    select a.phone_index, p.id as person_id, a.id as account_id, p.name, m.organisation_id as union_id,
      p.name_grams as grams, p.pinyin, a.phone_tail
    from accounts a join people p on p.account_id = a.id
    join memberships m on m.person_id = p.id and m.status <> 'left'
    where a.phone_index = any (${list([...phoneOf.keys()])}::text[]) and a.disabled_at is null
      and ${inScope(sql`m.organisation_id`, [organisationId])}`);
  return new Map(
    found.map((row) => [
      phoneOf.get(row.phone_index) ?? '',
      {
        personId: row.person_id,
        accountId: row.account_id,
        name: row.name ?? '',
        unionId: row.union_id,
        grams: row.grams,
        pinyin: row.pinyin,
        phoneTail: row.phone_tail,
      },
    ]),
  );
}

/** The children of these guardians by name; read as the system, because a chair may not open a family. */
export async function findChildrenOf(
  systemTx: Ctx,
  personIds: readonly string[],
): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const found = await systemTx.db.execute<{
    person_id: string;
    id: string;
    name_sealed: string;
  }>(sql`
    select g.person_id, k.id, k.name_sealed from guardians g join children k on k.id = g.child_id
    where g.person_id = any (${list(personIds)}::uuid[]) and g.status = 'confirmed'
      and k.removed_at is null`);
  return new Map(
    found.map((row) => [
      `${row.person_id}|${nameKey(openField(row.name_sealed, childName(row.id)))}`,
      row.id,
    ]),
  );
}

/** Ticked members as rows of a list, in the order of the roster; only of the union or below it. */
export async function rowsOfMembers(
  tx: Ctx,
  organisationId: string,
  personIds: readonly string[],
): Promise<DraftRow[]> {
  if (personIds.length === 0) return [];
  const found = await tx.db.execute<{
    id: string;
    name: string | null;
    phone_sealed: string;
    released: boolean;
  }>(sql`
    select a.id, p.name, a.phone_sealed, a.phone_released_at is not null as released from people p
    join accounts a on a.id = p.account_id
    join memberships m on m.person_id = p.id and m.status <> 'left'
    where p.id = any (${list(personIds)}::uuid[])
      and ${inScope(sql`m.organisation_id`, [organisationId])}
    order by p.pinyin, p.id`);
  return found.map((row, at) => ({
    rowNo: at + 1,
    name: tidyName(row.name ?? ''),
    phone: openField(row.phone_sealed, accountPhone(row.id)),
    child: '',
    words: row.released ? '本人的号码已换机主，请先到窗口换绑手机号' : '',
    typed: '',
    outcome: null,
    said: '',
  }));
}
