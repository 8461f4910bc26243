import 'server-only';
import { sql } from 'drizzle-orm';
import { carriedReasons } from '@/features/members/rules/membership-life';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { notify } from '@/lib/messaging/outbox';
import { transaction } from '@/lib/transaction';
import { carriedNotice } from '../messages';

/** How many members are told in one transaction. */
const BATCH = 200;

interface Carried extends Record<string, unknown> {
  readonly membershipId: string;
  readonly accountId: string;
  readonly from: string;
  readonly to: string;
  readonly on: string;
  readonly merged: boolean;
}

/**
 * Tells each member who was carried out of a closed union, once: what was told before stays told, so that the work
 * goes on where it stopped. A job, after the union was closed.
 * @open a job: nobody asks for it
 * @unaudited the closing is on record
 */
export async function tellCarried(organisationId: string): Promise<void> {
  for (let after: string | null = null; ; ) {
    const last: string | null = await transaction(makeCtx(system()), async (tx) => {
      const rows = await tx.db.execute<Carried>(sql`
        select m.id as "membershipId", p.account_id as "accountId", f.short_name as "from", t.short_name as "to",
          next.moved_in_on::text as "on", c.reason = 'union_merged' as merged
        from memberships m join membership_changes c on c.membership_id = m.id and c.type = 'moved_out'
          and c.reason in ${carriedReasons}
        join memberships next on next.previous_id = m.id
        join people p on p.id = m.person_id join organisations f on f.id = m.organisation_id
        join organisations t on t.id = next.organisation_id
        where m.organisation_id = ${organisationId}::uuid and p.account_id is not null
          and (${after}::uuid is null or m.id > ${after}::uuid)
        order by m.id limit ${BATCH}`);
      for (const { accountId, ...carried } of rows)
        await notify(tx, { accountId, ...carriedNotice(carried) });
      return rows.length < BATCH ? null : (rows.at(-1)?.membershipId ?? null);
    });
    if (last === null) return;
    after = last;
  }
}
