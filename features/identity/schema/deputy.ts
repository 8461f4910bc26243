import { z } from 'zod';
import { isRealDate } from '@/lib/dates';
import { cleanText } from '@/lib/text';

const day = (required: string) => z.string(required).refine(isRealDate, required);

export const nameDeputyInput = z.strictObject({
  deputyId: z.uuid('请选择由谁代办'),
  startsOn: day('请选择从哪一天开始'),
  endsOn: day('请选择到哪一天为止'),
  reason: cleanText({ max: 60, min: 2, required: '请写明原因，如：年休假、培训' }),
});
export const endDeputyInput = z.strictObject({ deputyshipId: z.uuid('请刷新页面后重试') });

export type NameDeputy = z.output<typeof nameDeputyInput>;
