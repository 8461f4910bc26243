import 'server-only';
import { and, desc, eq, type SQL } from 'drizzle-orm';
import { announcements } from '@/db/schema/announcements';
import { offeringSessions } from '@/db/schema/offerings';
import { enterClass, mayLookAfter } from '@/features/childcare/queries/class-access';
import { canManageSegments } from '@/features/segments/policy';
import { authorize } from '@/lib/access';
import type { Ctx } from '@/lib/ctx';
import { isUuid } from '@/lib/ids';
import { read } from '@/lib/transaction';
import { ofClass } from './of-class';

const SHOWN = 50;

const columns = {
  id: announcements.id,
  status: announcements.status,
  audience: announcements.audience,
  body: announcements.body,
  bySms: announcements.bySms,
  people: announcements.people,
  texts: announcements.texts,
  units: announcements.units,
  sender: announcements.senderLabel,
  createdAt: announcements.createdAt,
  sentAt: announcements.sentAt,
  session: offeringSessions.title,
};

const rowsOf = (tx: Ctx, where: SQL | undefined) =>
  tx.db
    .select(columns)
    .from(announcements)
    .leftJoin(offeringSessions, eq(offeringSessions.id, announcements.sessionId))
    .where(where)
    .orderBy(desc(announcements.createdAt), desc(announcements.id))
    .limit(SHOWN);

/**
 * Messages written to people of an offering, drafts included, the newest first, at most 50. The caller holds
 * an offering from `getDeskOffering`, so scope is decided.
 */
export async function listAnnouncements(ctx: Ctx, offeringId: string) {
  return read(ctx, (tx) => rowsOf(tx, eq(announcements.offeringId, offeringId)));
}

/**
 * Messages written to a 人群 from organisations of this officer, drafts included, the newest first, at most 50; none
 * for whoever may not write to them.
 */
export async function listSegmentMessages(ctx: Ctx, segmentId: string) {
  if (!canManageSegments.anywhere(ctx.actor)) return [];
  return read(ctx, (tx) => rowsOf(tx, eq(announcements.segmentId, segmentId)));
}

export type AnnouncementItem = Awaited<ReturnType<typeof listAnnouncements>>[number];

/**
 * Messages to the guardians of a class, the newest first, for its staff; with the class. Throws NotFound for
 * who does not run it, Forbidden for its officers, who write from their desk.
 */
export async function listClassMessages(ctx: Ctx, sessionId: string) {
  return read(ctx, async (tx) => {
    const facts = await enterClass(tx, sessionId);
    authorize(mayLookAfter(tx, facts));
    const items = await rowsOf(tx, ofClass(tx, sessionId));
    return { ...facts, items, now: tx.now };
  });
}

/** The text of an earlier message of this offering or 人群, to write another like it; null when there is none. */
export async function findTextOf(
  ctx: Ctx,
  of: { offeringId: string } | { segmentId: string },
  id: string | undefined,
): Promise<string | null> {
  if (!id || !isUuid(id)) return null;
  const ofIt =
    'segmentId' in of
      ? eq(announcements.segmentId, of.segmentId)
      : eq(announcements.offeringId, of.offeringId);
  return read(ctx, async (tx) => {
    const [row] = await tx.db
      .select({ body: announcements.body })
      .from(announcements)
      .where(and(eq(announcements.id, id), ofIt));
    return row?.body ?? null;
  });
}
