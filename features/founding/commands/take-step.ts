import 'server-only';
import { eq } from 'drizzle-orm';
import { foundings } from '@/db/schema/foundings';
import type { Permission } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { isRefusal, ok, type Refusal, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { canAnswerFounding, canPrepareFounding } from '../policy';
import { mayFollow, nextStep } from '../rules/kinds';
import { type DayRefusal, type FoundingStep, isAnswer, refuseDay } from '../rules/steps';
import { appendAction } from '../steps/append-action';
import { endChangeClock } from '../steps/change-clock';
import { type LockedFounding, lockFounding, movedOn } from './lock-founding';

export interface Taken {
  readonly foundingId: string;
  readonly position: number;
}

interface Wanted {
  readonly foundingId: string;
  readonly position: number;
  readonly doneOn: string;
  readonly documentNo?: string;
}

export type StepRefusal = 'moved_on' | 'not_now' | DayRefusal;

const dayWords: Record<DayRefusal, string> = {
  future: '不能是将来的日期',
  before_last: '不能早于上一步的日期',
};

const rightFor = (step: FoundingStep): Permission =>
  isAnswer(step) ? canAnswerFounding : canPrepareFounding;

/**
 * Takes a step of a founding: everything that it needs is asked again under the lock, and the step is added.
 * Throws NotFound for one outside the officer's area.
 * @authorized-by lockFounding
 * @param decide what the step writes down, or why not; its own writes stand in the same transaction
 * @returns refuses `moved_on` with the step that somebody else took since the page was made; `not_now`;
 * a day to come, or before the last step's
 */
export function takeStep<R extends string>(
  ctx: Ctx,
  step: FoundingStep,
  { foundingId, position, doneOn, documentNo }: Wanted,
  decide: (tx: Ctx, founding: LockedFounding) => Promise<Record<string, unknown> | Refusal<R>>,
): Promise<Result<Taken, StepRefusal | R>> {
  return transaction(ctx, async (tx): Promise<Result<Taken, StepRefusal | R>> => {
    const founding = await lockFounding(tx, foundingId, rightFor(step));
    const moved = movedOn(founding, position);
    if (moved) return moved;
    if (!mayFollow(founding.kind, founding.step, step)) return refuse('not_now');
    const wrongDay = refuseDay(doneOn, founding.lastOn, todayOn(tx.now));
    if (wrongDay) return refuse(wrongDay, { fieldErrors: { doneOn: dayWords[wrongDay] } });
    const facts = await decide(tx, founding);
    if (isRefusal(facts)) return facts as Refusal<R>;
    if (founding.kind === 'change' && step !== 'certified')
      await endChangeClock(tx, founding.id, step === 'applied' ? 'met' : 'withdrawn');
    const next = position + 1;
    await appendAction(tx, foundingId, { step, position: next, doneOn, documentNo, facts });
    // Nobody needs to be asked any more: the number goes (PIPL 19).
    if (nextStep(founding.kind, step) === null)
      await tx.db
        .update(foundings)
        .set({ contactPhoneSealed: null, contactPhoneTail: null })
        .where(eq(foundings.id, foundingId));
    await recordAudit(tx, {
      action: 'take_founding_step',
      entityType: 'founding',
      entityId: foundingId,
      organisationId: founding.placeId,
      before: { step: founding.step },
      after: { step, doneOn, documentNo },
    });
    return ok({ foundingId, position: next });
  });
}
