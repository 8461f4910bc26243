import 'server-only';
import { sql } from 'drizzle-orm';
import { recordMembershipChange } from '@/features/members/steps/record-membership-change';
import { system } from '@/lib/actor';
import { type Ctx, makeCtx } from '@/lib/ctx';
import { transaction } from '@/lib/transaction';

interface Due extends Record<string, unknown> {
  id: string;
  joined_on: string;
}

/** So many lines a transaction. */
const PART = 200;

async function recordPart(ctx: Ctx): Promise<number> {
  return transaction(ctx, async (tx) => {
    await tx.db.execute(sql`select pg_advisory_xact_lock(hashtext('record_imported'))`);
    const due = await tx.db.execute<Due>(sql`
      select m.id, m.joined_on::text
      from imports i join import_rows r on r.import_id = i.id and r.state = 'written'
      join memberships m on m.id = (r.made ->> 'membershipId')::uuid
      where i.status = 'written' and i.undo_until <= now() and r.made ->> 'newMembership' = 'true'
        and not exists (select 1 from membership_changes c where c.membership_id = m.id and c.type = 'joined')
      order by m.id limit ${PART}`);
    for (const { id: membershipId, joined_on: on } of due)
      await recordMembershipChange(tx, { membershipId, type: 'joined', on, note: '名册导入' });
    return due.length;
  });
}

/**
 * Writes 入会 into the append-only 会籍变化 log for new members of imports that can no longer be taken back, each
 * once, on the day the book names, so that a period counts those who joined in it. For every import that is due,
 * whatever a stopped worker missed.
 * @open the system itself, on its clock
 * @unaudited the writing stands in the audit; these lines follow from it
 * @returns how many lines were written
 */
export async function recordImported(ctx: Ctx = makeCtx(system())): Promise<number> {
  for (let written = 0; ; ) {
    const part = await recordPart(ctx);
    written += part;
    if (part < PART) return written;
  }
}
