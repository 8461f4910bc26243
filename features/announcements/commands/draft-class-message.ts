import 'server-only';
import { enterClass, mayLookAfter } from '@/features/childcare/queries/class-access';
import { authorize } from '@/lib/access';
import type { Ctx } from '@/lib/ctx';
import type { Result } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import type { DraftClassMessageInput } from '../schema/announcement';
import { type DraftRefusal, storeDraft } from '../steps/store-draft';

type Drafted = Result<{ announcementId: string; sessionId: string }, DraftRefusal>;

/**
 * A teacher writes to the guardians of the children on the roll of the class. Nothing leaves before it was
 * looked at. Throws NotFound for who does not run the class, Forbidden for its officers, who write from
 * their desk.
 * Refuses with the reasons of `storeDraft`.
 * @audited-by storeDraft
 */
export async function draftClassMessage(ctx: Ctx, input: DraftClassMessageInput): Promise<Drafted> {
  return transaction(ctx, async (tx): Promise<Drafted> => {
    const { sessionId, text, bySms } = input;
    const facts = await enterClass(tx, sessionId);
    authorize(mayLookAfter(tx, facts));
    const { offeringId, title, organiserId } = facts;
    const about = { sessionId, offeringId, title, organiserId };
    const draft = { ...about, text, bySms, segmentId: null, definition: null };
    const stored = await storeDraft(tx, { ...draft, audience: 'joined' });
    return stored.ok ? { ...stored, value: { ...stored.value, sessionId } } : stored;
  });
}
