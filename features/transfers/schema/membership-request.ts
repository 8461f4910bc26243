import { z } from 'zod';
import { occupationInput } from '@/features/applications/schema/joining';
import { cleanText, optionalText } from '@/lib/text';

const { occupation } = occupationInput.shape;

/** What a member asks for. The current union answers; nothing changes before that. */
export const membershipRequestInput = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      kind: z.literal('move'),
      wish: cleanText({ max: 60, required: '请填写新单位的名称' }),
    }),
    z.strictObject({
      kind: z.literal('work'),
      occupation,
      employerName: optionalText({ max: 60 }),
    }),
    z.strictObject({ kind: z.literal('leave'), wish: optionalText({ max: 200 }) }),
  ],
  '页面已更新，请刷新后再试',
);
export type MembershipRequestInput = z.output<typeof membershipRequestInput>;

/** `?kind=` of the page; anything else leads back to the profile. */
export const requestQuery = z.object({
  kind: z.enum(['move', 'work', 'leave']).optional().catch(undefined),
});

export const applyRequestInput = z.strictObject({ requestId: z.uuid('页面已更新，请刷新后再试') });
