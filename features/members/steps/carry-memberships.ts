import 'server-only';
import { sql } from 'drizzle-orm';
import { moveToUnion } from '@/features/identity/steps/move-to-union';
import type { Ctx } from '@/lib/ctx';
import { addDays } from '@/lib/dates';
import { newId } from '@/lib/ids';
import type { carriedReasons, MembershipStatus } from '../rules/membership-life';

/** A 会籍 that is about to be carried, as it stood when it was locked. */
export interface CarriedMembership extends Record<string, unknown> {
  readonly id: string;
  readonly status: MembershipStatus;
}

interface Carrying {
  readonly fromId: string;
  readonly toId: string;
  readonly reason: (typeof carriedReasons)[number];
  /** The first day there, YYYY-MM-DD; the old 会籍 ends the day before at 24:00. */
  readonly on: string;
  /** Who is 预备 becomes 正式: the union is one of their own (as in a transfer). */
  readonly confirms: boolean;
}

/** Locks every 会籍 of a union that has not ended, in order of id. As the system; the caller has authorised. */
export const lockMembershipsOf = (systemTx: Ctx, organisationId: string) =>
  systemTx.db.execute<CarriedMembership>(sql`select id, status from memberships
    where organisation_id = ${organisationId}::uuid and status <> 'left' order by id for update`);

const list = (values: readonly string[]) => sql`${`{${values.join(',')}}`}`;

/**
 * Carries locked 会籍 to another union by a few statements, however many: the rules are those of a transfer (number
 * and first day stay, the new one points to the old one), and the log has a line for each end. Beside
 * `recordMembershipChange` the one writer of a 会籍's status. As the system. Source: 工会法 13; domain.md §1.5.
 */
export async function carryMemberships(
  systemTx: Ctx,
  locked: readonly CarriedMembership[],
  { fromId, toId, reason, on, confirms }: Carrying,
): Promise<void> {
  if (locked.length === 0) return;
  const fresh = (status: MembershipStatus) =>
    confirms && status === 'provisional' ? 'regular' : status;
  const ids = () => locked.map(() => newId());
  const [newIds, outs, ins, confirmations] = [ids(), ids(), ids(), ids()];
  const moving = sql`unnest(${list(locked.map(({ id }) => id))}::uuid[], ${list(newIds)}::uuid[],
    ${list(locked.map(({ status }) => status))}::text[], ${list(locked.map(({ status }) => fresh(status)))}::text[],
    ${list(outs)}::uuid[], ${list(ins)}::uuid[], ${list(confirmations)}::uuid[])
    as n (old_id, new_id, was, becomes, out_id, in_id, confirm_id)`;
  const last = addDays(on, -1);
  await systemTx.db.execute(sql`update memberships m set status = 'left', ended_on = ${last}::date
    from ${moving} where m.id = n.old_id`);
  await systemTx.db.execute(sql`insert into memberships (id, person_id, organisation_id, member_no, status,
      occupation_code, occupation_version, is_new_form, in_eight_groups, employer_id, employer_name, joined_on,
      previous_id, moved_in_on)
    select n.new_id, m.person_id, ${toId}::uuid, m.member_no, n.becomes,
      m.occupation_code, m.occupation_version, m.is_new_form, m.in_eight_groups, m.employer_id, m.employer_name,
      m.joined_on, m.id, ${on}::date
    from ${moving} join memberships m on m.id = n.old_id`);
  const line = sql`insert into membership_changes
    (id, membership_id, person_id, organisation_id, type, reason, "on", is_new_form)`;
  const old = sql`from ${moving} join memberships m on m.id = n.old_id`;
  await systemTx.db.execute(sql`${line} select n.out_id, n.old_id, m.person_id, ${fromId}::uuid, 'moved_out',
    ${reason}, ${last}::date, m.is_new_form ${old}`);
  await systemTx.db.execute(sql`${line} select n.in_id, n.new_id, m.person_id, ${toId}::uuid, 'moved_in',
    ${reason}, ${on}::date, m.is_new_form ${old}`);
  await systemTx.db.execute(sql`${line} select n.confirm_id, n.new_id, m.person_id, ${toId}::uuid, 'confirmed',
    'union_founded', ${on}::date, m.is_new_form ${old} where n.was <> n.becomes`);
  const people = await systemTx.db.execute<{ id: string }>(sql`select m.person_id as id ${old}`);
  await moveToUnion(
    systemTx,
    people.map(({ id }) => id),
    toId,
  );
}
