import 'server-only';
import { type SQL, sql } from 'drizzle-orm';

/**
 * What each record that stands says of its person, one row a record (`PersonFacts` and its ids): as its union
 * approved it, else as the last application says. For a WITH of the system's.
 * @param only a condition on `p` (people); all records without it
 */
export const personFacts = (only: SQL = sql`true`): SQL => sql`
  select p.id, coalesce(p.name, a.name) as name, coalesce(p.pinyin, a.pinyin) as pinyin,
    coalesce(p.birth_on, a.birth_on) as birth, coalesce(p.sex, a.sex) as sex,
    case when p.id_index is not null then p.id_type else a.id_type end as id_type,
    coalesce(p.id_index, a.id_index) as id_index,
    coalesce(p.union_id, a.organisation_id, (select id from organisations where parent_id is null and kind <> 'partner'
      order by created_at limit 1)) as organisation_id,
    coalesce(m.employer_name, a.employer_name) as employer, m.organisation_id as union_id, p.account_id,
    array(select c.phone_index where c.phone_index not like 'released:%'
      union select x.phone_index from past_phones x where x.account_id = c.id or x.account_id in
        (select gone.account_id from people gone where gone.merged_into = p.id) order by 1) as phones
  from people p join accounts c on c.id = p.account_id
  left join memberships m on m.person_id = p.id and m.status <> 'left'
  left join lateral (select x.name, x.pinyin, x.birth_on, x.sex, x.id_type, x.id_index, x.employer_name, x.organisation_id
    from membership_applications x where x.person_id = p.id order by x.person_id, x.id desc limit 1) a on p.id_index is null
  where p.merged_into is null and ${only}`;
