import 'server-only';
import { sql } from 'drizzle-orm';
import { holdingStatuses, lostStatuses } from '@/features/bookings/queries/status-lists';
import type { GroupFacts } from '@/features/places/rules/criteria';
import type { Ctx } from '@/lib/ctx';

/** One who has entered, with what the draw goes by; nothing else of them is read. */
export interface Entrant extends Record<string, unknown> {
  id: string;
  entryNo: number;
  number: string;
  householdId: string | null;
  /** Tickets: one more for whoever lost the last draw of this course and has no place of it. */
  lost: boolean;
  member: GroupFacts | null;
  /** Keys of claims whose proof an officer has seen. */
  verified: string[];
}

/**
 * Everyone who has entered a session before `until`, in one statement however many they are. A former
 * loser is whoever stood in the last drawn offering of this line of copies and still has no place there.
 * In order of entry number.
 * @open read as the system
 */
export async function listEntrants(
  tx: Ctx,
  session: { id: string; offeringId: string },
  until: Date | null,
): Promise<Entrant[]> {
  return tx.db.execute<Entrant>(sql`
    with line as (
      select coalesce(o.copied_from, o.id) as id from offerings o where o.id = ${session.offeringId}),
    last as (
      select d.offering_id as id from draws d join offerings o on o.id = d.offering_id, line
      where coalesce(o.copied_from, o.id) = line.id and d.offering_id <> ${session.offeringId}
        and d.status = 'drawn' order by d.drawn_at desc limit 1),
    losers as (
      select l.attendee_id from bookings l join last on l.offering_id = last.id
      where l.entry_no is not null
      group by l.attendee_id
      having bool_or(l.status in ${lostStatuses})
        and not bool_or(l.status in ${holdingStatuses}))
    select b.id, b.entry_no as "entryNo", b.number, b.household_id as "householdId",
      (losers.attendee_id is not null) as lost,
      (select json_build_object('occupationCode', m.occupation_code, 'isNewForm', m.is_new_form,
          'unionPath', (select json_agg(c.ancestor_id) from organisation_closure c
            where c.descendant_id = m.organisation_id))
        from memberships m where m.person_id = b.person_id and m.status <> 'left' limit 1) as member,
      coalesce((select json_agg(k.tier_key) from booking_claims k
        where k.booking_id = b.id and k.status = 'verified'), '[]') as verified
    from bookings b left join losers on losers.attendee_id = b.attendee_id
    where b.session_id = ${session.id} and b.status = 'entered'
      and (${until?.toISOString() ?? null}::timestamptz is null
        or b.created_at < ${until?.toISOString() ?? null}::timestamptz)
    order by b.entry_no`);
}
