import { permission } from '@/lib/access';
import type { AccountActor, Actor } from '@/lib/actor';

/** Give and take roles, stop accounts: configuration, and nobody's business data (domain.md §4.2). */
export const canManageRoles = permission({
  name: 'manage_roles',
  label: '授予和收回角色、停用账号',
  roles: ['system_admin'],
});

/** Everybody's own account: devices, phone, password, notices. */
export const isSignedIn = (actor: Actor): actor is AccountActor => actor.kind === 'account';

/** Past the password, before the second factor: may only give the second factor. */
export const isHalfwayOfficer = (actor: Actor): actor is AccountActor =>
  isSignedIn(actor) && actor.assurance !== 'sms';

/** Sees the switch 我是会员 / 我是工会干部; whether roles exist is asked of the database. */
export const isActingOfficer = (actor: Actor): actor is AccountActor =>
  isSignedIn(actor) && actor.mode === 'staff' && actor.assurance === 'totp';

const never: readonly string[] = ['system_admin', 'hospital_desk'];

/**
 * Holds a role that a colleague may have during leave: their own, and neither that of who gives roles (三权分立) nor
 * the partner's. Source: domain.md §4.2.
 */
export const mayLendRoles = (actor: Actor): actor is AccountActor =>
  isActingOfficer(actor) &&
  actor.grants.some(({ role, actsFor }) => !actsFor && !never.includes(role));
