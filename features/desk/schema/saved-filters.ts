import { z } from 'zod';
import { longestAddress } from '@/lib/http/safe-redirect';
import { cleanText } from '@/lib/text';

const back = z.string().max(longestAddress).optional();

export const saveFilterInput = z.strictObject({
  name: cleanText({ max: 20, required: '请给这个筛选起个名字' }),
  /** An organisation of the officer's; empty for oneself only. */
  shareWith: z.union([z.uuid(), z.literal('')], '请选择谁能用').default(''),
  back,
});
export const removeFilterInput = z.strictObject({ filterId: z.uuid('请刷新页面后重试'), back });
export type SaveFilter = z.output<typeof saveFilterInput>;
