import { z } from 'zod';
import { mergeKinds, pairStatuses } from '@/db/schema/enums';
import { one } from '@/lib/one';
import { cleanText } from '@/lib/text';

const id = z.uuid('页面已更新，请刷新后再试');
/** Which of the two: the one shown left, or right. */
const side = (required: string) => z.enum(['a', 'b'], { error: required });

/** 不是同一个, with why. */
export const markDifferentInput = z.strictObject({
  pairId: id,
  reason: cleanText({ min: 2, max: 100, required: '请写怎么看出不是同一个' }),
});
export type MarkDifferentInput = z.output<typeof markDifferentInput>;

const reason = cleanText({ min: 4, max: 100, required: '请写怎么核实是同一个的' });

/** Which record goes on, and from which the name, the document and the phone are taken. */
export const mergePeopleInput = z.strictObject({
  pairId: id,
  survivor: side('请选保留哪一条'),
  name: side('请选姓名用哪一条的'),
  document: side('请选证件用哪一条的'),
  phone: side('请选本人现在用哪个手机号'),
  reason,
});
export type MergePeopleInput = z.output<typeof mergePeopleInput>;

/** Which employer goes on, and whose name it has. */
export const mergeEmployersInput = z.strictObject({
  pairId: id,
  survivor: side('请选保留哪一家'),
  name: side('请选名称用哪一家的'),
  reason,
});
export type MergeEmployersInput = z.output<typeof mergeEmployersInput>;

export const separateRecordsInput = z.strictObject({
  mergeId: id,
  reason: cleanText({ min: 4, max: 100, required: '请写为什么拆开' }),
});
export type SeparateRecordsInput = z.output<typeof separateRecordsInput>;

const record = cleanText({ min: 2, max: 60, required: '请填写' });

/** Two records that the search did not find: card numbers or phones, codes or whole names. */
export const pairRecordsInput = z.strictObject({
  kind: z.enum(mergeKinds, { error: '请刷新后重试' }),
  first: record,
  second: record,
});
export type PairRecordsInput = z.output<typeof pairRecordsInput>;

/** The list: people or employers, waiting or done, and the page of it. */
export const duplicatesView = z.object({
  kind: z.preprocess(one, z.enum(mergeKinds).catch('person')),
  status: z.preprocess(one, z.enum(pairStatuses).catch('open')),
  after: z.preprocess(
    one,
    z
      .string()
      .regex(/^-?\d{1,5}~[0-9a-f-]{36}$/)
      .optional()
      .catch(undefined),
  ),
});
export type DuplicatesView = z.output<typeof duplicatesView>;
