import { z } from 'zod';
import { optionalDay } from '@/lib/forms/form-fields';
import { cleanText, optionalText } from '@/lib/text';
import { roleKeys } from '../rules/role-labels';
import { phone } from './sign-in';

const id = z.uuid('请刷新页面后重试');

/** Why: read years later by whoever checks who could see what. */
const reason = cleanText({ max: 100, min: 2, required: '请写明原因，如：换届、调岗' });

export const grantRoleInput = z.strictObject({
  accountId: id,
  role: z.enum(roleKeys, { error: '请选择角色' }),
  organisationId: z.uuid('请选择组织'),
  reason,
  /** Asked for only where neither member nor account has a name. */
  name: optionalText({ max: 30 }),
  /** Last day of the term; none when empty. */
  endsOn: optionalDay,
});

/** Somebody who never signed in, by phone. */
export const inviteOfficerInput = z.strictObject({
  phone,
  name: cleanText({ max: 30, min: 2, required: '请填写本人姓名' }),
  role: z.enum(roleKeys, { error: '请选择角色' }),
  organisationId: z.uuid('请选择组织'),
  endsOn: optionalDay,
  reason,
});
export type InviteOfficer = z.output<typeof inviteOfficerInput>;

export const roleInvitationInput = z.strictObject({ invitationId: id });
export type RoleInvitationInput = z.output<typeof roleInvitationInput>;

export const changeTermInput = z.strictObject({ grantId: id, endsOn: optionalDay, reason });
export type ChangeTerm = z.output<typeof changeTermInput>;

export const revokeRoleInput = z.strictObject({ grantId: id, reason });

export const accountReasonInput = z.strictObject({ accountId: id, reason });

type Granted = z.output<typeof grantRoleInput>;
export type GrantRole = Omit<Granted, 'name' | 'endsOn'> &
  Partial<Pick<Granted, 'name' | 'endsOn'>>;
export type RevokeRole = z.output<typeof revokeRoleInput>;
export type AccountReason = z.output<typeof accountReasonInput>;
