import 'server-only';
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/ctx';
import type { Delivery } from '../rules/offers';

/**
 * How far the news of an offer came: texts sent and failed since it was made, whether the notice was
 * opened. One still on its way counts as failed, since the deadline is here.
 */
export async function readDelivery(
  tx: Ctx,
  offer: { id: string; offeredAt: Date },
): Promise<Delivery & { extended: boolean }> {
  const prefix = `booking:${offer.id}:`;
  const since = offer.offeredAt.toISOString();
  const [row] = await tx.db.execute<{
    sent: number;
    failed: number;
    seen: boolean;
    extended: boolean;
  }>(sql`select
    (select count(*)::int from outbox where starts_with(dedupe_key, ${prefix})
      and dedupe_key like '%:offered' and created_at >= ${since}::timestamptz and status = 'sent') as sent,
    (select count(*)::int from outbox where starts_with(dedupe_key, ${prefix})
      and dedupe_key like '%:offered' and created_at >= ${since}::timestamptz
      and status in ('failed', 'waiting')) as failed,
    exists (select 1 from notices where starts_with(dedupe_key, ${prefix})
      and created_at >= ${since}::timestamptz and read_at is not null) as seen,
    exists (select 1 from booking_events where booking_id = ${offer.id}::uuid
      and type = 'offer_extended' and at >= ${since}::timestamptz) as extended`);
  return row ?? { sent: 0, failed: 0, seen: false, extended: true };
}
