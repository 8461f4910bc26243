import 'server-only';
import { eq } from 'drizzle-orm';
import { announcementRecipients, announcements } from '@/db/schema/announcements';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { formatDateTime } from '@/lib/dates';
import { notifyMany } from '@/lib/messaging/outbox-many';
import { pausePoint } from '@/lib/pause-point';
import { ok, type Result, refuse } from '@/lib/result';
import { readSettings } from '@/lib/settings';
import { transaction, within } from '@/lib/transaction';
import { announcementNotice } from '../messages';
import { type Outgoing, outgoingOf } from '../queries/outgoing';
import { listPeople } from '../queries/people-of-message';
import { audienceLabels, canMoveAnnouncement } from '../rules/audience';
import type { SendAnnouncementInput } from '../schema/announcement';
import { announcementUndoSeconds } from '../settings';
import { lockAnnouncement } from '../steps/lock-announcement';

/** Where a message is read: an offering, a class or a 人群. */
export interface MessagePlace {
  readonly announcementId: string;
  readonly offeringId: string | null;
  readonly sessionId: string | null;
  readonly segmentId: string | null;
}

type Locked = Awaited<ReturnType<typeof lockAnnouncement>>;
type Sent = Result<MessagePlace & { people: number }, 'already_sent' | 'changed' | 'nobody'>;

/** Rows of one statement. */
const BATCH = 1000;

async function deliver(tx: Ctx, { message, ...about }: Locked, outgoing: readonly Outgoing[]) {
  const { id } = message;
  const { seconds } = await readSettings(tx, { seconds: announcementUndoSeconds });
  await within(tx, asSystem(tx), async (systemTx) => {
    for (let at = 0; at < outgoing.length; at += BATCH) {
      const rows = outgoing.slice(at, at + BATCH).map(({ to, sms }) => ({
        announcementId: id,
        accountId: to.accountId,
        bookingId: to.bookingId,
        bySms: sms !== null,
      }));
      await systemTx.db.insert(announcementRecipients).values(rows);
    }
    const notices = outgoing.map(({ to, words, sms }) => ({
      ...announcementNotice({ id, ...about }, to, words, sms),
      delaySeconds: seconds,
    }));
    await notifyMany(systemTx, notices);
  });
}

/**
 * Sends a message that was looked at, word for word, to exactly the people whom the preview showed: each account once, also
 * under two clicks; at night the texts wait for the morning (domain.md §3.15). For who manages the offering or
 * looks after the class. Throws NotFound for everyone else.
 * Refuses `already_sent` with the time it was sent `at`; `changed` when others than those on the preview would
 * get it, or would read something else; `nobody` with the `label` of the audience.
 */
export async function sendAnnouncement(
  ctx: Ctx,
  { announcementId, seen }: SendAnnouncementInput,
): Promise<Sent> {
  return transaction(ctx, async (tx): Promise<Sent> => {
    const locked = await lockAnnouncement(tx, announcementId);
    authorize(locked.may);
    await pausePoint('send-announcement:locked');
    const { message, kind, title } = locked;
    const { offeringId, sessionId, segmentId, audience, body, bySms, organiserId } = message;
    if (!canMoveAnnouncement(message.status, 'sent')) {
      return refuse('already_sent', {
        detail: { at: formatDateTime(message.sentAt ?? tx.now, tx.now) },
      });
    }
    const people = await within(tx, asSystem(tx), (systemTx) =>
      listPeople(systemTx, message, title),
    );
    if (people.length === 0)
      return refuse('nobody', { detail: { label: audienceLabels[audience] } });
    const leaving = await outgoingOf(tx, { kind, title, body, bySms }, people);
    if (leaving.seen !== seen) return refuse('changed');
    const { most: _, pointers, ...cost } = leaving.cost;
    await tx.db
      .update(announcements)
      .set({ status: 'sent', sentAt: tx.now, ...cost })
      .where(eq(announcements.id, announcementId));
    await deliver(tx, locked, leaving.outgoing);
    await recordAudit(tx, {
      action: 'send_announcement',
      entityType: 'announcement',
      entityId: announcementId,
      organisationId: organiserId,
      before: { status: message.status },
      after: {
        ...{ status: 'sent', audience, offering: offeringId, session: sessionId },
        segment: segmentId,
        ...{ ...cost, pointers },
      },
    });
    return ok({ announcementId, offeringId, sessionId, segmentId, people: cost.people });
  });
}
