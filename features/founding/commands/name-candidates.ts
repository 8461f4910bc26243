import 'server-only';
import { eq } from 'drizzle-orm';
import { foundingCandidates } from '@/db/schema/foundings';
import { recordAudit } from '@/lib/audit';
import { maskName } from '@/lib/china/person-name';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { canPrepareFounding } from '../policy';
import { refuseTies, type TieRefusal } from '../rules/ties';
import type { NameCandidateInput, WithdrawCandidateInput } from '../schema/candidate';
import { lockFounding, movedOn } from './lock-founding';

type Taken = { foundingId: string };
type Refused = 'moved_on' | 'not_now' | TieRefusal | 'named_already';

/** While candidates are prepared; whoever is changed after the report has to be reported again. */
const open = ['members', 'candidates', 'assembly'];

/**
 * Names a candidate with what they are to the employer. A near relative of the head is on no committee, and
 * whoever leads or hires is no chair (工会法 10). Throws NotFound for a founding outside the officer's area.
 * @authorized-by lockFounding
 * Refuses `moved_on`; `not_now`; `relative_out` and `no_chair_with_tie`; `named_already` for this name and post.
 */
export const nameCandidate = (
  ctx: Ctx,
  { foundingId, position, name, post, ties }: NameCandidateInput,
): Promise<Result<Taken, Refused>> =>
  transaction(ctx, async (tx): Promise<Result<Taken, Refused>> => {
    const founding = await lockFounding(tx, foundingId, canPrepareFounding);
    const moved = movedOn(founding, position);
    if (moved) return moved;
    if (!open.includes(founding.step)) return refuse('not_now');
    const why = refuseTies(post, ties);
    if (why) return refuse(why);
    const { candidates } = founding;
    const live = candidates.filter(({ withdrawnReason }) => withdrawnReason === null);
    if (live.some((one) => one.name === name && one.post === post))
      return refuse('named_already', { fieldErrors: { name: '已经有这位候选人' } });
    const id = newId();
    await tx.db
      .insert(foundingCandidates)
      .values({ id, foundingId, name, post, ties, position: candidates.length + 1 });
    await recordAudit(tx, {
      action: 'name_candidate',
      entityType: 'founding',
      entityId: foundingId,
      organisationId: founding.placeId,
      after: { candidate: maskName(name), post },
    });
    return ok({ foundingId });
  });

/**
 * Takes a candidate back, with the reason; the name stays on record. Throws NotFound for a founding outside
 * the officer's area, or a candidate that is not in it.
 * Refuses `moved_on`; `not_now`.
 */
export const withdrawCandidate = (
  ctx: Ctx,
  { foundingId, position, candidateId, reason }: WithdrawCandidateInput,
): Promise<Result<Taken, 'moved_on' | 'not_now'>> =>
  transaction(ctx, async (tx): Promise<Result<Taken, 'moved_on' | 'not_now'>> => {
    const founding = await lockFounding(tx, foundingId, canPrepareFounding);
    const moved = movedOn(founding, position);
    if (moved) return moved;
    if (!open.includes(founding.step)) return refuse('not_now');
    const one = founding.candidates.find(({ id }) => id === candidateId);
    if (!one || one.withdrawnReason) throw new NotFound('candidate');
    await tx.db
      .update(foundingCandidates)
      .set({ withdrawnAt: tx.now, withdrawnReason: reason })
      .where(eq(foundingCandidates.id, candidateId));
    await recordAudit(tx, {
      action: 'withdraw_candidate',
      entityType: 'founding',
      entityId: foundingId,
      organisationId: founding.placeId,
      before: { candidate: maskName(one.name), post: one.post },
      reason,
    });
    return ok({ foundingId });
  });
