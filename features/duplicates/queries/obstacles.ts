import 'server-only';
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/ctx';
import type { Obstacle } from '../rules/obstacles';

/** The two records of a pair, in either order. */
export type TwoIds = readonly [string, string];

const listed = (ids: TwoIds) => sql`(${ids[0]}::uuid, ${ids[1]}::uuid)`;

/** States of a booking that take a place or wait for one. */
const active = sql`('entered', 'pending', 'sent_back', 'booked', 'offered', 'waitlisted')`;

/**
 * What forbids that two people are merged now: a different valid document, a right of an officer, anything that
 * somebody is still deciding, two places at one time. Run it as the system, in the transaction that merges with
 * both records locked.
 * @returns codes without repetition, empty when nothing does
 */
export async function personObstacles(systemTx: Ctx, ids: TwoIds): Promise<Obstacle[]> {
  const rows = await systemTx.db.execute<{ code: Obstacle }>(sql`
    with two as (select id, account_id, id_type, id_index from people where id in ${listed(ids)}),
    documents as (select id, id_type, id_index from two where id_index is not null
      union select x.id, a.id_type, a.id_index from two x join membership_applications a on a.person_id = x.id
        where x.id_index is null and a.id_index is not null and a.status <> 'draft')
    select 'two_people' as code where exists (select 1 from documents x join documents y
      on x.id < y.id and x.id_type = y.id_type and x.id_index <> y.id_index)
      and not exists (select 1 from documents x join documents y
        on x.id < y.id and x.id_type = y.id_type and x.id_index = y.id_index)
    union all select 'officer' where exists (select 1 from role_grants g join two on two.account_id = g.account_id
      where g.revoked_at is null)
    union all select 'open_application' where exists (select 1 from membership_applications a join two on two.id = a.person_id
      where a.status in ('submitted', 'in_review', 'sent_back'))
    union all select 'open_transfer' where exists (select 1 from transfers t join two on two.id = t.person_id
      where t.status in ('proposed', 'open'))
    union all select 'open_request' where exists (select 1 from transfer_requests t join two on two.id = t.person_id
      where t.status = 'requested')
    union all select 'open_case' where exists (select 1 from membership_cases c join two on two.id = c.person_id
      where c.status = 'open')
    union all select 'open_correction' where exists (select 1 from identity_corrections c join two on two.id = c.person_id
      where c.status = 'waiting')
    union all select 'both_booked' where exists (select 1 from bookings x join bookings y
      on x.attendee_id = ${ids[0]}::uuid and y.attendee_id = ${ids[1]}::uuid
      and (x.session_id = y.session_id or x.period && y.period)
      where x.status in ${active} and y.status in ${active})
    union all select 'both_guardians' where exists (select 1 from guardians x join guardians y on x.child_id = y.child_id
      and x.person_id = ${ids[0]}::uuid and y.person_id = ${ids[1]}::uuid
      where x.status = 'confirmed' and y.status = 'confirmed')`);
  return [...new Set(rows.map(({ code }) => code))];
}

/** What forbids that two employers are merged now. As `personObstacles`. */
export async function employerObstacles(systemTx: Ctx, ids: TwoIds): Promise<Obstacle[]> {
  const rows = await systemTx.db.execute<{ code: Obstacle }>(sql`
    with two as (select id, uscc, union_id from employers where id in ${listed(ids)})
    select 'two_codes' as code where (select count(distinct uscc) from two) > 1
    union all select 'two_unions' where (select count(distinct union_id) from two) > 1
    union all select 'both_founding' where (select count(distinct employer_id) from founding_employers
        where employer_id in ${listed(ids)} and released_at is null) > 1
      or exists (select 1 from founding_employers x join founding_employers y on x.founding_id = y.founding_id
        and x.employer_id = ${ids[0]}::uuid and y.employer_id = ${ids[1]}::uuid)`);
  return rows.map(({ code }) => code);
}
