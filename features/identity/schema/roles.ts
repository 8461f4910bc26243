import { z } from 'zod';
import { cleanText, optionalText } from '@/lib/text';
import { roleKeys } from '../rules/role-labels';

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
});

export const revokeRoleInput = z.strictObject({ grantId: id, reason });

export const accountReasonInput = z.strictObject({ accountId: id, reason });

type Granted = z.output<typeof grantRoleInput>;
export type GrantRole = Omit<Granted, 'name'> & Partial<Pick<Granted, 'name'>>;
export type RevokeRole = z.output<typeof revokeRoleInput>;
export type AccountReason = z.output<typeof accountReasonInput>;
