import { z } from 'zod';
import { candidatePosts, candidateTies } from '@/db/schema/enums';
import { recordId, recordVersion, several } from '@/lib/forms/form-fields';
import { cleanText } from '@/lib/text';

export const nameCandidateInput = z.strictObject({
  foundingId: recordId,
  position: recordVersion,
  name: cleanText({ max: 30, min: 2, required: '请填姓名' }),
  post: z.enum(candidatePosts, { error: '请选职务' }),
  ties: several(z.enum(candidateTies), candidateTies.length),
});
export type NameCandidateInput = z.output<typeof nameCandidateInput>;

export const withdrawCandidateInput = z.strictObject({
  foundingId: recordId,
  position: recordVersion,
  candidateId: recordId,
  reason: cleanText({ max: 100, required: '请写为什么换下' }),
});
export type WithdrawCandidateInput = z.output<typeof withdrawCandidateInput>;
