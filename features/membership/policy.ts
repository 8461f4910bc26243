import { canReviewApplication } from '@/features/members/policy';
import { permission } from '@/lib/access';
import type { Actor } from '@/lib/actor';

/** Enter an application at the counter for a worker who is present (代办). */
export const canEnterApplication = permission({
  name: 'enter_application',
  label: '代办入会申请',
  roles: ['union_admin', 'town_admin', 'organisation_officer'],
});

/** 窗口换绑: with the document on the table, the number of a member who lost theirs. */
export const canRebindPhone = permission({
  name: 'rebind_phone',
  label: '为会员换绑手机号',
  roles: ['town_admin', 'organisation_officer'],
});

/** The worker whose application, card or request it is. */
export const isOwnCase = (actor: Actor, accountId: string): boolean =>
  actor.kind === 'account' && actor.accountId === accountId;

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
  !isOwnCase(actor, application.accountId) &&
  !(application.enteredBy && isOwnCase(actor, application.enteredBy));
