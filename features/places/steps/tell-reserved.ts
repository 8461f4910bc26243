import 'server-only';
import { sql } from 'drizzle-orm';
import type { Kind } from '@/features/offerings/schema/offering';
import type { Ctx } from '@/lib/ctx';
import { notifyMany } from '@/lib/messaging/outbox-many';
import { reservedOffNotice } from '../messages';

interface Reserved extends Record<string, unknown> {
  id: string;
  account_id: string;
  offering_id: string;
  kind: Kind;
  offering: string;
  title: string;
}

/**
 * Tells those for whom a place is reserved by name in a session that it does not take place, each once: nobody has
 * booked for them yet, so no booking tells them. A place that waits for the answer to a move is its question's.
 * Run it as the system.
 */
export async function tellReserved(systemTx: Ctx, sessionId: string, why: string): Promise<void> {
  const rows = await systemTx.db.execute<Reserved>(sql`
    select k.id, coalesce(p.account_id, account_notified_of_child(c.id)) as account_id, o.id as offering_id,
      o.kind, o.title as offering, s.title
    from carve_outs k join offering_sessions s on s.id = k.session_id join offerings o on o.id = s.offering_id
    left join people p on p.id = (k.criteria->>'reservedFor')::uuid
    left join children c on c.id = (k.criteria->>'reservedFor')::uuid
    where k.session_id = ${sessionId}::uuid and k.returned_at is null and k.taken < k.capacity
      and k.criteria ? 'reservedFor'
      and not exists (select 1 from move_requests m where m.carve_out_id = k.id)
    order by k.position`);
  const reached = rows.filter((row) => row.account_id !== null);
  await notifyMany(
    systemTx,
    reached.map(({ account_id: accountId, offering_id: offeringId, ...row }) => ({
      accountId,
      ...reservedOffNotice({ ...row, offeringId, sessionId }, why, systemTx.now),
    })),
  );
}
