import 'server-only';
import { recordListLooks } from '@/features/family/steps/record-child-looks';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { hasRecentSecondFactor } from '@/lib/auth/step-up';
import { asSystem, type Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction, within } from '@/lib/transaction';
import { childDays } from '../queries/child-days';
import { enterClass, mayLookAfter, mayRun } from '../queries/class-access';
import { childrenOf } from '../queries/class-day';
import { listFetchers } from '../queries/pick-up-people';
import { fetcherOnPaper } from '../rules/fetchers';
import type { PrintPickUpInput } from '../schema/class';

/** A line of the 接送表 in whole. */
export interface PickUpLine {
  readonly child: string;
  /** 外婆王秀英（0009）, guardians first; phones by their last four digits only. */
  readonly fetchers: readonly string[];
  /** The guardian said that the child does not come on this day. */
  readonly away: boolean;
}

/**
 * 接送表 with whole names: who may fetch each child of a class, for its assigned staff and for the
 * organiser's deciding officers; the latter as for any whole roll only with a second factor given minutes
 * ago (未成年人网络保护条例 36). One line of the ledger with the reason, and one for each child that its
 * guardians read. Throws NotFound for whoever does not run the class.
 * Refuses `step_up` to an officer without a recent second factor.
 * @returns the lines by booking
 */
export async function printPickUpSheet(
  ctx: Ctx,
  { sessionId, on, reason }: PrintPickUpInput,
): Promise<Result<Record<string, PickUpLine>, 'step_up'>> {
  return transaction(ctx, async (tx) => {
    const facts = await enterClass(tx, sessionId);
    authorize(mayRun(tx, facts));
    if (!mayLookAfter(tx, facts) && !hasRecentSecondFactor(tx)) return refuse('step_up');
    const children = await childrenOf(tx, sessionId);
    const ids = children.map((child) => child.bookingId);
    // An officer sees who booked, and not the other parent, who may fetch the child as well.
    const all = await within(tx, asSystem(tx), (systemTx) => listFetchers(systemTx, sessionId));
    const fetched = new Map(all.map((one) => [one.bookingId, one]));
    const days = await childDays(tx, ids, on);
    await recordAudit(tx, {
      action: 'print_pick_up_sheet',
      entityType: 'offering_session',
      entityId: sessionId,
      organisationId: facts.organiserId,
      after: { rows: children.length, on },
      reason,
    });
    await recordListLooks(tx, ids, facts.role, 'pick_up');
    const lines = children.map(({ bookingId, name: child }) => {
      const { guardians = [], people = [] } = fetched.get(bookingId) ?? {};
      const fetchers = [...guardians, ...people].map(fetcherOnPaper);
      return [
        bookingId,
        { child, fetchers, away: days.get(bookingId)?.announced ?? false },
      ] as const;
    });
    return ok(Object.fromEntries(lines));
  });
}
