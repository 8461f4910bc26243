import 'server-only';
import { and, eq, type SQL } from 'drizzle-orm';
import { announcements } from '@/db/schema/announcements';
import { offeringSessions, offerings } from '@/db/schema/offerings';
import { organisations } from '@/db/schema/organisations';
import { type Looked, withReadAudit } from '@/features/bookings/queries/with-read-audit';
import { enterClass, mayLookAfter } from '@/features/childcare/queries/class-access';
import { childrenOf } from '@/features/childcare/queries/class-day';
import { organisationPath } from '@/features/organisations/queries/scope';
import { canManageSegments } from '@/features/segments/policy';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { readOnRecord, within } from '@/lib/transaction';
import { segmentTitle } from '../rules/audience';
import type { MessageQuery } from '../schema/announcement';
import { deliveryOf } from './delivery';
import { ofClass } from './of-class';
import { outgoingOf } from './outgoing';
import { listPeople } from './people-of-message';

const PAGE = 50;

async function findMessage(tx: Ctx, id: string, where: SQL | undefined) {
  if (!isUuid(id)) throw new NotFound('announcement');
  const [row] = await tx.db
    .select({
      message: announcements,
      kind: offerings.kind,
      title: offerings.title,
      organiser: organisations.shortName,
      session: offeringSessions.title,
    })
    .from(announcements)
    .leftJoin(offerings, eq(offerings.id, announcements.offeringId))
    .innerJoin(organisations, eq(organisations.id, announcements.organiserId))
    .leftJoin(offeringSessions, eq(offeringSessions.id, announcements.sessionId))
    .where(and(eq(announcements.id, id), where));
  if (!row) throw new NotFound('announcement');
  return { ...row, title: row.title ?? segmentTitle };
}

type Found = Awaited<ReturnType<typeof findMessage>>;

/** Of a draft: whom it would go to at this moment, what it would cost, and how the first one would read. */
async function previewOf(tx: Ctx, { message, kind, title }: Found, page: number) {
  const { body, bySms } = message;
  const people = await within(tx, asSystem(tx), (systemTx) => listPeople(systemTx, message, title));
  const leaving = await outgoingOf(tx, { kind, title, body, bySms }, people);
  const { cost, seen, signature, longest, smsOf } = leaving;
  const [first] = leaving.outgoing;
  const sample = first?.words ?? body;
  return {
    ...{ cost, sample, seen, longest },
    sms: `【${signature}】${smsOf(sample).text}`,
    lines: people.slice((page - 1) * PAGE, page * PAGE),
    pages: Math.ceil(people.length / PAGE),
  };
}

async function viewOf(tx: Ctx, found: Found, query: MessageQuery) {
  const isDraft = found.message.status === 'draft';
  const preview = isDraft ? await previewOf(tx, found, query.page) : null;
  const delivery = isDraft
    ? null
    : await within(tx, asSystem(tx), (systemTx) => deliveryOf(systemTx, found.message.id, query));
  const isOwn = found.message.createdBy === accountOf(tx.actor);
  return { ...found, ...found.message, isOwn, preview, delivery, now: tx.now };
}

/**
 * One message with its people: a draft as it would leave now (`preview`, null once it was sent), a sent one with
 * what became of it at each (`delivery`, null before). The caller holds an offering from `getDeskOffering`;
 * a message of another is NotFound.
 */
export async function getAnnouncement(ctx: Ctx, offering: Looked, id: string, query: MessageQuery) {
  return withReadAudit(ctx, offering, async (tx) => {
    const found = await findMessage(tx, id, eq(announcements.offeringId, offering.id));
    return viewOf(tx, found, query);
  });
}

export type AnnouncementView = Awaited<ReturnType<typeof getAnnouncement>>;

/**
 * One message to the guardians of a class with its people, each by the child’s name, for the staff of the
 * class; the look is on record. Throws NotFound for who does not run it, Forbidden for its officers.
 */
export async function getClassMessage(
  ctx: Ctx,
  sessionId: string,
  id: string,
  query: MessageQuery,
) {
  return readOnRecord(ctx, async (tx) => {
    const facts = await enterClass(tx, sessionId);
    authorize(mayLookAfter(tx, facts));
    const found = await findMessage(tx, id, ofClass(tx, sessionId));
    const names = new Map((await childrenOf(tx, sessionId)).map((c) => [c.bookingId, c.name]));
    await recordAudit(tx, {
      action: 'view_class_message',
      entityType: 'announcement',
      entityId: id,
      organisationId: facts.organiserId,
      after: { children: names.size },
    });
    return { ...(await viewOf(tx, found, query)), names };
  });
}

/**
 * One message to the members of a 人群 with its people, each by name, for who may write from its organisation; the
 * look is on record. Throws NotFound for everyone else, and for a message to another 人群.
 */
export async function getSegmentMessage(
  ctx: Ctx,
  segmentId: string,
  id: string,
  query: MessageQuery,
) {
  return readOnRecord(ctx, async (tx) => {
    const found = await findMessage(tx, id, eq(announcements.segmentId, segmentId));
    const { organiserId } = found.message;
    if (!canManageSegments(tx.actor, await organisationPath(tx, organiserId))) {
      throw new NotFound('announcement');
    }
    await recordAudit(tx, {
      action: 'view_segment_message',
      entityType: 'announcement',
      entityId: id,
      organisationId: organiserId,
    });
    return viewOf(tx, found, query);
  });
}
