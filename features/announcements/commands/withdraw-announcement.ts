import 'server-only';
import { eq } from 'drizzle-orm';
import { announcements } from '@/db/schema/announcements';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { recallMessages } from '@/lib/messaging/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { announcementPrefix } from '../messages';
import { canMoveAnnouncement } from '../rules/audience';
import type { WithdrawAnnouncementInput } from '../schema/announcement';
import { lockAnnouncement } from '../steps/lock-announcement';
import type { MessagePlace } from './send-announcement';

type Withdrawn = Result<MessagePlace, 'not_sent' | 'gone_out'>;

/**
 * Takes a message back whole while none of its texts has left: nobody sees it any more. For who manages the
 * offering or looks after the class. Throws NotFound for everyone else.
 * Refuses `not_sent` for a draft and one taken back already; `gone_out` once a text has left.
 */
export async function withdrawAnnouncement(
  ctx: Ctx,
  { announcementId }: WithdrawAnnouncementInput,
): Promise<Withdrawn> {
  return transaction(ctx, async (tx): Promise<Withdrawn> => {
    const { message, may } = await lockAnnouncement(tx, announcementId);
    authorize(may);
    if (!canMoveAnnouncement(message.status, 'withdrawn')) return refuse('not_sent');
    if (!(await recallMessages(tx, announcementPrefix(announcementId)))) return refuse('gone_out');
    await tx.db
      .update(announcements)
      .set({ status: 'withdrawn', withdrawnAt: tx.now })
      .where(eq(announcements.id, announcementId));
    await recordAudit(tx, {
      action: 'withdraw_announcement',
      entityType: 'announcement',
      entityId: announcementId,
      organisationId: message.organiserId,
      before: { status: 'sent', people: message.people },
      after: { status: 'withdrawn' },
    });
    const { offeringId, sessionId, segmentId } = message;
    return ok({ announcementId, offeringId, sessionId, segmentId });
  });
}
