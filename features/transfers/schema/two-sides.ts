import { z } from 'zod';
import { transferRefusals, transferSideNames, transferStopKinds } from '@/db/schema/enums';
import { isRealDate } from '@/lib/dates';
import { sharedWords } from '@/lib/search';
import { cleanText, optionalText } from '@/lib/text';

const id = z.uuid('页面已更新，请刷新后再试');
const day = z.string('请选择日期').refine(isRealDate, '请选择日期');

/** The member asks: where to, and the new employer where it is known. */
export const startTransferInput = z.strictObject({
  toId: id,
  employerId: z.uuid().optional(),
  employerName: optionalText({ max: 60 }),
});

/** The new union asks, knowing the number on the card and whose it is. */
export const proposeTransferInput = z.strictObject({
  toId: z.uuid('请选择转到哪个工会'),
  memberNo: z
    .string('请填写会员号')
    .transform((typed) => typed.replace(/\s/g, ''))
    .refine((no) => /^\d{12}$/.test(no), '会员号是 12 位数字，在会员码下面'),
  name: cleanText({ max: 40, required: '请填写姓名' }),
});

export const transferIdInput = z.strictObject({ transferId: id });

const side = z.enum(transferSideNames, '页面已更新，请刷新后再试');

export const agreeTransferInput = z.strictObject({ transferId: id, side });

export const refuseTransferInput = z.strictObject({
  transferId: id,
  side,
  refusal: z.enum(transferRefusals, '请选择为什么不同意'),
  note: cleanText({ min: 4, max: 200, required: '请写明理由，本人会看到', multiline: true }),
});

export const stopTransferInput = z.strictObject({
  transferId: id,
  kind: z.enum(transferStopKinds, '请选择为什么暂停'),
  basis: cleanText({ min: 4, max: 100, required: '请写依据，例如换届批复的文号' }),
  endsOn: day,
});

export const appealTransferInput = z.strictObject({
  transferId: id,
  side,
  appeal: cleanText({ max: 200, required: '请写为什么不服', multiline: true }),
});

export const decideTransferAppealInput = z.strictObject({
  transferId: id,
  side,
  answer: z.enum(['agree', 'uphold'], '请选择同意转会还是维持'),
  note: cleanText({ min: 4, max: 200, required: '请写明理由，本人会看到', multiline: true }),
});

/** `?q=` and `?employer=` of the member's pages; `?done=` of both. */
export const transferPageQuery = z.object({
  q: sharedWords,
  employer: z.uuid().optional().catch(undefined),
  done: z.string().max(20).optional().catch(undefined),
});

export type StartTransferInput = z.output<typeof startTransferInput>;
export type ProposeTransferInput = z.output<typeof proposeTransferInput>;
export type TransferIdInput = z.output<typeof transferIdInput>;
export type AgreeTransferInput = z.output<typeof agreeTransferInput>;
export type RefuseTransferInput = z.output<typeof refuseTransferInput>;
export type StopTransferInput = z.output<typeof stopTransferInput>;
export type AppealTransferInput = z.output<typeof appealTransferInput>;
export type DecideTransferAppealInput = z.output<typeof decideTransferAppealInput>;
