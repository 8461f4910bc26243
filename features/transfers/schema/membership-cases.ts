import { z } from 'zod';
import { isRealDate } from '@/lib/dates';
import { cleanText } from '@/lib/text';

const id = z.uuid('页面已更新，请刷新后再试');
const day = z.string('请选择日期').refine(isRealDate, '请选择日期');
const note = (required: string) => cleanText({ min: 4, max: 200, required, multiline: true });

/** 教育: the first one opens the case, the next ones are added to it. */
export const warnMemberInput = z.strictObject({
  personId: id,
  on: day,
  note: note('请写怎么联系的、说了什么'),
});

export const openExpulsionInput = z.strictObject({
  personId: id,
  judgement: cleanText({ min: 4, max: 100, required: '请写判决书的文号' }),
  facts: cleanText({ min: 4, max: 500, required: '请写小组、委员会的意见', multiline: true }),
});

export const membershipCaseInput = z.strictObject({ caseId: id });

export const decideMembershipCaseInput = z.strictObject({
  caseId: id,
  note: note('请写理由'),
});

export type WarnMemberInput = z.output<typeof warnMemberInput>;
export type OpenExpulsionInput = z.output<typeof openExpulsionInput>;
export type MembershipCaseInput = z.output<typeof membershipCaseInput>;
export type DecideMembershipCaseInput = z.output<typeof decideMembershipCaseInput>;
