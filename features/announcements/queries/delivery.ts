import 'server-only';
import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { announcementRecipients as recipients } from '@/db/schema/announcements';
import { bookings } from '@/db/schema/bookings';
import { people } from '@/db/schema/identity';
import { notices, outbox } from '@/db/schema/kernel';
import type { Ctx } from '@/lib/ctx';
import { announcementPrefix } from '../messages';
import type { MessageQuery } from '../schema/announcement';

const PAGE = 50;

const keyOf = (id: string): SQL =>
  sql`${announcementPrefix(id)}::text || ${recipients.accountId}::text`;

const undelivered = and(eq(recipients.bySms, true), eq(outbox.status, 'failed'));

const asked = (only: MessageQuery['only']): SQL | undefined =>
  only === 'undelivered' ? undelivered : only === 'unread' ? isNull(notices.readAt) : undefined;

/** How many read it, and how many texts left, wait and failed. */
async function progressOf(systemTx: Ctx, id: string) {
  const [row] = await systemTx.db
    .select({
      people: sql<number>`count(*)::int`,
      read: sql<number>`count(${notices.readAt})::int`,
      sent: sql<number>`count(*) filter (where ${outbox.status} = 'sent')::int`,
      waiting: sql<number>`count(*) filter (where ${outbox.status} = 'waiting')::int`,
      failed: sql<number>`count(*) filter (where ${outbox.status} = 'failed')::int`,
      next: sql<Date | null>`min(${outbox.sendAfter}) filter (where ${outbox.status} = 'waiting')`.mapWith(
        outbox.sendAfter,
      ),
    })
    .from(recipients)
    .leftJoin(notices, eq(notices.dedupeKey, keyOf(id)))
    .leftJoin(outbox, eq(outbox.dedupeKey, keyOf(id)))
    .where(eq(recipients.announcementId, id));
  return row ?? { people: 0, read: 0, sent: 0, waiting: 0, failed: 0, next: null };
}

/**
 * What became of a message at each of its people, in the order of booking, names masked but of a 人群; with the counts of all
 * and a page of those asked for. Run it as the system: texts and notices belong to their readers.
 * @param query.only who has not read it, or whose text did not arrive; all when left out
 */
export async function deliveryOf(systemTx: Ctx, id: string, { only, page }: MessageQuery) {
  const lines = await systemTx.db
    .select({
      accountId: recipients.accountId,
      bookingId: recipients.bookingId,
      personId: people.id,
      attendees: sql<string>`coalesce(${bookings.attendeeMasked}, ${people.name}, '会员')`,
      number: sql<string>`coalesce(${bookings.number}, '')`,
      readAt: notices.readAt,
      bySms: recipients.bySms,
      text: outbox.status,
      error: outbox.lastError,
      textAt: sql<Date | null>`coalesce(${outbox.sentAt}, ${outbox.sendAfter})`.mapWith(
        outbox.sentAt,
      ),
    })
    .from(recipients)
    .leftJoin(bookings, eq(bookings.id, recipients.bookingId))
    .leftJoin(people, eq(people.accountId, recipients.accountId))
    .leftJoin(notices, eq(notices.dedupeKey, keyOf(id)))
    .leftJoin(outbox, eq(outbox.dedupeKey, keyOf(id)))
    .where(and(eq(recipients.announcementId, id), asked(only)))
    .orderBy(asc(bookings.createdAt), asc(recipients.accountId))
    .limit(PAGE + 1)
    .offset((page - 1) * PAGE);
  const progress = await progressOf(systemTx, id);
  return { lines: lines.slice(0, PAGE), more: lines.length > PAGE, progress };
}

export type DeliveryLine = Awaited<ReturnType<typeof deliveryOf>>['lines'][number];
