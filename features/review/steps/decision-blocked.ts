import 'server-only';
import { isOwnCase } from '@/features/identity/queries/own-case';
import type { Ctx } from '@/lib/ctx';
import { pausePoint } from '@/lib/pause-point';
import { type Refusal, refuse } from '@/lib/result';
import { canDecideApplication } from '../policy';
import { isWaiting } from '../rules/desk';
import {
  type DecisionConflict,
  decisionConflict,
  type LockedApplication,
} from './lock-application';

export type DecideRefusal = DecisionConflict | 'own_case' | 'entered_by_you';

/**
 * Why the locked application may not be decided by this officer now. Of two officers one wins, by status
 * and version; the other learns who and when. 回避 (domain.md §4.3) bars one's own case and what one has
 * entered at the counter. The caller has authorised at the desk.
 * Refuses `own_case` for one's own or one's family's; `entered_by_you` for what this officer
 * entered at the counter; further those of `decisionConflict`.
 * @param version of the page that the officer decides from
 * @returns null when nothing stands against it
 */
export async function decisionBlocked(
  tx: Ctx,
  { application, deskPath }: LockedApplication,
  version: number,
): Promise<Refusal<DecideRefusal> | null> {
  await pausePoint('decide:locked');
  if (!isWaiting(application.status) || application.version !== version) {
    return decisionConflict(tx, application);
  }
  if (await isOwnCase(tx, application)) return refuse('own_case');
  return canDecideApplication(tx.actor, deskPath, application) ? null : refuse('entered_by_you');
}
