import { z } from 'zod';
import { joinQuestions } from '@/features/applications/rules/questions';
import { sentBackFields } from '@/features/enrolment/schema/booking';
import { reasoned, reasonFields } from '@/lib/forms/reason';
import { longestAddress } from '@/lib/http/safe-redirect';
import { caseRef } from './inbox';

const reload = '页面已更新，请刷新后再试';
const back = z.string().max(longestAddress).optional();
const several = <T extends z.ZodType>(one: T) =>
  z.preprocess(
    (value) => (value === undefined ? [] : [value].flat()),
    z.array(one).max(200, reload),
  );

/** Ticked rows of the list, or all that its filter holds. */
export const prepareBulkInput = z.strictObject({
  item: several(caseRef),
  all: z.literal('1', reload).optional(),
  back,
});

const run = { runId: z.uuid(reload), back };
export const stopBulkInput = z.strictObject(run);
export const approveBulkInput = z
  .strictObject(run)
  .transform((sent) => ({ ...sent, decision: 'approve' as const, reason: null, fields: [] }));
export const refuseBulkInput = z
  .strictObject({ ...run, ...reasonFields })
  .transform(reasoned('请选择或写明不予通过的原因'))
  .transform((sent) => ({ ...sent, decision: 'refuse' as const, fields: [] }));
export const sendBackBulkInput = z
  .strictObject({
    ...run,
    ...reasonFields,
    fields: several(z.enum([...joinQuestions, ...sentBackFields], reload)).refine(
      (chosen) => chosen.length > 0,
      '请勾选要补正的项',
    ),
  })
  .transform(reasoned('请选择或写明要怎么改'))
  .transform((sent) => ({ ...sent, decision: 'send_back' as const }));

/** The address of a run: which of its rows are shown, from where on. */
export const bulkView = z.object({
  show: z.enum(['left']).optional().catch(undefined),
  skip: z.coerce.number().int().min(0).max(100_000).catch(0),
  back: back.catch(undefined),
});

export type PrepareBulk = z.output<typeof prepareBulkInput>;
export type BulkView = z.output<typeof bulkView>;
export type StartBulk = z.output<
  typeof approveBulkInput | typeof refuseBulkInput | typeof sendBackBulkInput
>;
