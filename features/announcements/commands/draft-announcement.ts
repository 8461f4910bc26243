import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { offeringSessions, offerings } from '@/db/schema/offerings';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { canWriteToOffering } from '../policy';
import type { DraftAnnouncementInput } from '../schema/announcement';
import { type DraftRefusal, storeDraft } from '../steps/store-draft';

async function isLive(tx: Ctx, offeringId: string, sessionId: string): Promise<boolean> {
  const here = and(
    eq(offeringSessions.id, sessionId),
    eq(offeringSessions.offeringId, offeringId),
    isNull(offeringSessions.cancelledAt),
  );
  return (await tx.db.$count(offeringSessions, here)) > 0;
}

type Drafted = Result<
  { announcementId: string; offeringId: string },
  DraftRefusal | 'no_such_session'
>;

/**
 * Writes a message to people of an offering: of one session or of all that are not over, all of them or who
 * has a place, has not confirmed, waits, or is to put something right. Nothing leaves before it was looked at.
 * Throws NotFound for an offering that the officer does not manage.
 * Refuses `no_such_session` for one of another offering or called off; further those of `storeDraft`.
 * @audited-by storeDraft
 */
export async function draftAnnouncement(ctx: Ctx, input: DraftAnnouncementInput): Promise<Drafted> {
  return transaction(ctx, async (tx): Promise<Drafted> => {
    const { offeringId, sessionId } = input;
    const [offering] = await tx.db.select().from(offerings).where(eq(offerings.id, offeringId));
    const path = offering ? await organisationPath(tx, offering.organisationId) : [];
    if (!offering || !canWriteToOffering(tx.actor, offering, path)) throw new NotFound('offering');
    authorize(tx.actor.kind === 'account');
    if (sessionId && !(await isLive(tx, offeringId, sessionId))) {
      const fieldErrors = { sessionId: '没有这一场，或已取消。请重选' };
      return refuse('no_such_session', { fieldErrors });
    }
    const { title, organisationId: organiserId } = offering;
    const none = { segmentId: null, definition: null };
    const stored = await storeDraft(tx, { ...input, ...none, title, organiserId });
    return stored.ok ? { ...stored, value: { ...stored.value, offeringId } } : stored;
  });
}
