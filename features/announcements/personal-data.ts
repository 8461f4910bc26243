import 'server-only';
import { and, eq, inArray, lt, sql } from 'drizzle-orm';
import { announcementRecipients, announcements } from '@/db/schema/announcements';
import { people } from '@/db/schema/identity';
import type { Ctx } from '@/lib/ctx';
import { readSettings } from '@/lib/settings';
import { announcementKeepDays } from './settings';

const accountsOf = (tx: Ctx, personId: string) =>
  tx.db.select({ id: people.accountId }).from(people).where(eq(people.id, personId));

/** Which messages to many the person was sent, and when, for 查阅复制 (PIPL 45). */
async function exportOf(tx: Ctx, personId: string) {
  const received = await tx.db
    .select({ at: announcements.sentAt, text: announcements.body })
    .from(announcementRecipients)
    .innerJoin(announcements, eq(announcements.id, announcementRecipients.announcementId))
    .where(inArray(announcementRecipients.accountId, accountsOf(tx, personId)));
  return { received };
}

/**
 * Takes a person off the lists of who got a message (PIPL 47); the counts stay. Run it as the system.
 * @returns how many lines went
 */
async function erase(tx: Ctx, personId: string): Promise<number> {
  const gone = await tx.db
    .delete(announcementRecipients)
    .where(inArray(announcementRecipients.accountId, accountsOf(tx, personId)))
    .returning({ id: announcementRecipients.announcementId });
  return gone.length;
}

/**
 * The nightly round: drafts that nobody sent within a week go, and after the days of the setting the lists of
 * who got a message. Run it as the system.
 * @returns how many lines went
 */
async function expire(tx: Ctx): Promise<number> {
  const { days } = await readSettings(tx, { days: announcementKeepDays });
  const stale = sql`now() - interval '7 days'`;
  await tx.db
    .delete(announcements)
    .where(and(eq(announcements.status, 'draft'), lt(announcements.createdAt, stale)));
  const old = tx.db
    .select({ id: announcements.id })
    .from(announcements)
    .where(lt(announcements.sentAt, sql`now() - make_interval(days => ${days})`));
  const gone = await tx.db
    .delete(announcementRecipients)
    .where(inArray(announcementRecipients.announcementId, old))
    .returning({ id: announcementRecipients.announcementId });
  return gone.length;
}

/** What this module holds of a person, for how long, and how it is removed. */
export const personalData = {
  module: 'announcements',
  tables: [
    {
      table: 'announcement_recipients',
      holds: '群发消息发给了谁、关于哪个预约',
      retention: '发出 365 天后删除（可设）；消息的文字长期，不含姓名',
    },
  ],
  export: exportOf,
  erase,
  expire,
} as const;
