import 'server-only';
import { eq } from 'drizzle-orm';
import { offeringClosings } from '@/db/schema/publicity';
import { canManageOfferings } from '@/features/offerings/policy';
import { getDeskOffering } from '@/features/offerings/queries/desk-offering';
import { lockOffering } from '@/features/offerings/steps/lock-offering';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { findClosing } from '../queries/closing';
import { tookPlace } from '../rules/closing';
import type { WriteClosingInput } from '../schema/closing';

/**
 * 小结: what took place, in a paragraph, with the counts of this moment. Published, everybody reads it with
 * its photos on the page of the offering; stored again, it is taken back. Throws NotFound for an offering that
 * is not the officer's to manage.
 * Refuses `not_over` before the first session has ended; `changed_meanwhile` when somebody else wrote it.
 */
export async function writeClosing(
  ctx: Ctx,
  { offeringId, version, closingWords: words, to }: WriteClosingInput,
): Promise<Result<{ offeringId: string; published: boolean }, 'not_over' | 'changed_meanwhile'>> {
  return transaction(ctx, async (tx) => {
    const { offering, path } = await lockOffering(tx, offeringId);
    authorize(canManageOfferings[offering.kind](tx.actor, path));
    const counted = tookPlace(await getDeskOffering(tx, offeringId));
    if (counted.sessions === 0) return refuse('not_over');
    const before = await findClosing(tx, offeringId);
    if ((before?.version ?? 0) !== version) return refuse('changed_meanwhile');
    const published = to === 'published';
    const publishedAt = published ? (before?.publishedAt ?? tx.now) : null;
    const now = { ...counted, words, publishedAt, version: version + 1, updatedAt: tx.now };
    if (before) {
      await tx.db
        .update(offeringClosings)
        .set(now)
        .where(eq(offeringClosings.offeringId, offeringId));
    } else await tx.db.insert(offeringClosings).values({ offeringId, ...now });
    await recordAudit(tx, {
      action: 'write_closing',
      entityType: 'offering',
      entityId: offeringId,
      organisationId: offering.organisationId,
      before: before ? { words: before.words, published: before.publishedAt !== null } : undefined,
      after: { words, published, ...counted },
    });
    return ok({ offeringId, published });
  });
}
