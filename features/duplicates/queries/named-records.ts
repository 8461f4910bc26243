import 'server-only';
import { sql } from 'drizzle-orm';
import { parsePhone } from '@/lib/china/id/phone';
import { blindIndexQueue } from '@/lib/crypto/blind-index';
import type { Ctx } from '@/lib/ctx';
import { personFacts } from './person-facts';

/** A record that an officer named, and the union it is looked at from. */
export interface NamedRecord extends Record<string, unknown> {
  readonly id: string;
  readonly organisation_id: string;
}

const array = (values: readonly string[]) => `{${values.join(',')}}`;

/**
 * The person of a card number, or of a phone as a whole. Null for nobody. Run it as the system; the caller has to
 * look whether it lies within reach.
 */
export async function personNamed(systemTx: Ctx, typed: string): Promise<NamedRecord | null> {
  const phone = parsePhone(typed);
  const indexes = phone.ok ? blindIndexQueue('phone', phone.normalised) : [];
  const [row] = await systemTx.db.execute<NamedRecord>(sql`
    with facts as (${personFacts(sql`p.id in (
      select m.person_id from memberships m where m.member_no = ${typed.replace(/\s/g, '')} and m.status <> 'left'
      union select q.id from people q join accounts d on d.id = q.account_id
        where d.phone_index = any (${array(indexes)}::text[]))`)})
    select id, organisation_id from facts order by id limit 1`);
  return row ?? null;
}

/** The employer of a credit code or a whole name. As `personNamed`; null also for a name of two. */
export async function employerNamed(systemTx: Ctx, typed: string): Promise<NamedRecord | null> {
  const rows = await systemTx.db.execute<NamedRecord>(sql`
    select e.id, coalesce(e.town_id, (select id from organisations where parent_id is null and kind <> 'partner'
      order by created_at limit 1)) as organisation_id
    from employers e where e.uscc = upper(${typed.replace(/\s/g, '')}) or e.name = ${typed} limit 2`);
  return rows.length === 1 ? (rows[0] ?? null) : null;
}
