import { z } from 'zod';
import { occupationInput } from '@/features/applications/schema/joining';
import { isRealDate } from '@/lib/dates';
import { cleanText, optionalText } from '@/lib/text';

const { occupation } = occupationInput.shape;

const day = z.string('请选择日期').refine(isRealDate, '请选择日期');

/** What a member asks for. The current union answers; nothing changes before that. */
export const membershipRequestInput = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      kind: z.literal('work'),
      occupation,
      employerName: optionalText({ max: 60 }),
    }),
    z.strictObject({ kind: z.literal('leave'), wish: optionalText({ max: 200 }) }),
    z.strictObject({
      kind: z.literal('retain'),
      changeReason: z.enum(['retired', 'unemployed', 'military'], '请选择原因'),
      changeOn: day,
    }),
    z.strictObject({
      kind: z.literal('restore'),
      wish: cleanText({ max: 60, required: '请填写现在的单位' }),
    }),
  ],
  '页面已更新，请刷新后再试',
);
export type MembershipRequestInput = z.output<typeof membershipRequestInput>;

/** `?kind=` of the page; anything else leads back to the profile. */
export const requestQuery = z.object({
  kind: z.enum(['work', 'leave', 'retain', 'restore']).optional().catch(undefined),
});

const id = z.uuid('页面已更新，请刷新后再试');

export const applyRequestInput = z.strictObject({ requestId: id });

/** The one talk before 退会: when, and what was said. */
export const talkInput = z.strictObject({
  requestId: id,
  talkedOn: day,
  talkNote: cleanText({ max: 200, required: '请写谈话的情况', multiline: true }),
});
export type TalkInput = z.output<typeof talkInput>;

/** What the union enters itself, by phone, on paper or from the unit: no dues and no vote from a day on, and back. */
export const changeMembershipInput = z.discriminatedUnion(
  'type',
  [
    z.strictObject({
      type: z.literal('retained'),
      personId: id,
      reason: z.enum(['retired', 'unemployed', 'military'], '请选择原因'),
      on: day,
      note: optionalText({ max: 200 }),
    }),
    z.strictObject({
      type: z.enum(['restored', 'confirmed']),
      personId: id,
      on: day,
      note: optionalText({ max: 200 }),
    }),
  ],
  '页面已更新，请刷新后再试',
);
export type ChangeMembershipInput = z.output<typeof changeMembershipInput>;
