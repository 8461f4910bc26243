import { z } from 'zod';
import { recordFields } from '@/db/schema/enums';
import { cleanText, optionalText } from '@/lib/text';
import { asked, type RecordField } from './rules/fields';

const stale = '页面已更新，请刷新后再试';
const code = z.string().regex(/^\d{0,2}$/, '请从列表里选');

/** Absent: not on this form. Null: left empty. */
const answer = (field: RecordField) => {
  const { longest } = asked[field];
  const inner = longest ? optionalText({ max: longest }) : code;
  return inner.transform((value) => value || null).optional();
};

/** The worker's form: every question may stay empty; the box counts only where something sensitive is new. */
export const fillRecordInput = z.strictObject({
  ethnicity: answer('ethnicity'),
  education: answer('education'),
  political: answer('political'),
  skill: answer('skill'),
  work_state: answer('work_state'),
  household_kind: answer('household_kind'),
  household_place: answer('household_place'),
  native_place: answer('native_place'),
  rural_worker: answer('rural_worker'),
  platform: answer('platform'),
  service_area: answer('service_area'),
  consent: z
    .literal('yes', stale)
    .optional()
    .transform((value) => value === 'yes'),
});
export type FillRecordInput = z.output<typeof fillRecordInput>;

const personId = z.uuid(stale);
export const revealRecordInput = z.strictObject({
  personId,
  field: z.enum(recordFields, { error: stale }),
});
export type RevealRecordInput = z.output<typeof revealRecordInput>;

/** 当面更正民族: the officer has the document on the table. */
export const correctEthnicityInput = z.strictObject({
  personId,
  ethnicity: z.string().regex(/^\d{2}$/, '请选择证件上的民族'),
  reason: cleanText({ max: 100, required: '请写明为什么更正' }),
  present: z.literal('yes', '请确认本人在场、已看过证件原件'),
});
export type CorrectEthnicityInput = z.output<typeof correctEthnicityInput>;
