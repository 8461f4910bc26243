import { z } from 'zod';
import { metRoles, visitResults } from '@/db/schema/enums';
import { fileInput } from '@/lib/forms/file-input';
import { day, optionalDay, recordId } from '@/lib/forms/form-fields';
import { cleanText } from '@/lib/text';

const facts = {
  employerId: recordId,
  visitedOn: day('请选走访日期'),
  met: z.enum(metRoles, { error: '请选见到了谁' }),
  result: z.enum(visitResults, { error: '请选结果' }),
  nextVisitOn: optionalDay,
  photos: z.preprocess(
    (v) => (v === undefined ? [] : [v].flat()),
    z.array(fileInput({ megabytes: 10, required: '请选照片' })).max(6, '最多 6 张照片'),
  ),
};

export const recordVisitInput = z.strictObject(facts);
export type RecordVisitInput = z.output<typeof recordVisitInput>;

/** What was written wrongly, once more: the first row stays and is named. */
export const correctVisitInput = z.strictObject({
  ...facts,
  visitId: recordId,
  correctionReason: cleanText({ max: 100, required: '请写哪里记错了' }),
});
export type CorrectVisitInput = z.output<typeof correctVisitInput>;
