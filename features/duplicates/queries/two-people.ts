import 'server-only';
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/ctx';
import type { TwoIds } from './obstacles';
import { personFacts } from './person-facts';

/** One of two people as a merge needs it. Null where the record says nothing. */
export interface MergePerson extends Record<string, unknown> {
  readonly id: string;
  readonly account_id: string;
  readonly organisation_id: string;
  readonly name: string | null;
  readonly pinyin: string | null;
  readonly initials: string | null;
  readonly name_grams: string[];
  readonly id_type: string | null;
  readonly id_sealed: string | null;
  readonly id_index: string | null;
  readonly id_masked: string | null;
  readonly sex: 'male' | 'female' | null;
  readonly birth_on: string | null;
  readonly person_union_id: string | null;
  readonly phone_index: string;
  readonly phone_sealed: string;
  readonly phone_tail: string;
  readonly phone_released_at: string | null;
  readonly wechat_openid_index: string | null;
  readonly oidc_index: string | null;
  readonly last_signed_in_at: string;
  readonly imported_at: string | null;
  readonly display_name: string;
  readonly membership_id: string | null;
  readonly member_no: string | null;
  readonly union_name: string | null;
  readonly since: string | null;
  readonly joined_on: string | null;
  readonly previous_id: string | null;
}

/** Both people of a pair with account and 会籍, in the order of the ids. Run it as the system; empty places for who stands no more. */
export async function readTwoPeople(
  systemTx: Ctx,
  ids: TwoIds,
): Promise<[MergePerson | undefined, MergePerson | undefined]> {
  const rows = await systemTx.db.execute<MergePerson>(sql`
    with facts as (${personFacts(sql`p.id in (${ids[0]}::uuid, ${ids[1]}::uuid)`)})
    select p.id, p.account_id, f.organisation_id, p.name, p.pinyin, p.initials, p.name_grams, p.id_type, p.id_sealed,
      p.id_index, p.id_masked, p.sex, p.birth_on::text, p.union_id as person_union_id,
      c.phone_index, c.phone_sealed, c.phone_tail, c.phone_released_at, c.wechat_openid_index, c.oidc_index,
      c.last_signed_in_at, c.imported_at, c.display_name,
      m.id as membership_id, m.member_no, o.short_name as union_name,
      coalesce(m.moved_in_on, m.joined_on)::text as since, m.joined_on::text, m.previous_id
    from people p join facts f on f.id = p.id join accounts c on c.id = p.account_id
    left join memberships m on m.person_id = p.id and m.status <> 'left'
    left join organisations o on o.id = m.organisation_id
    where p.merged_into is null`);
  const of = (id: string) => rows.find((row) => row.id === id);
  return [of(ids[0]), of(ids[1])];
}
