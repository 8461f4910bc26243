import { isOwnApplication } from '@/features/applications/policy';
import { canReviewApplication } from '@/features/members/policy';
import type { Actor } from '@/lib/actor';

/**
 * Decides an application: the right at its desk, and never one's own case (回避, domain.md §4.3) nor
 * one entered by oneself at the counter.
 */
export const canDecideApplication = (
  actor: Actor,
  deskPath: readonly string[],
  application: { accountId: string; enteredBy: string | null },
): boolean =>
  canReviewApplication(actor, deskPath) &&
  !isOwnApplication(actor, application.accountId) &&
  !(application.enteredBy && isOwnApplication(actor, application.enteredBy));
