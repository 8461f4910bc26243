import { z } from 'zod';
import { questionTypes } from '@/db/schema/enums';
import { lengthOf } from '@/lib/characters';
import {
  linesOf,
  optionalNumber,
  recordId,
  several,
  ticked,
  wholeNumber,
} from '@/lib/forms/form-fields';
import { cleanText, optionalText } from '@/lib/text';
import { longest } from '../rules/parse-answer';
import {
  hasChoices,
  mostChoices,
  type QuestionContent,
  type QuestionType,
} from '../rules/question';

const fields = z.strictObject({
  type: z.enum(questionTypes, { error: '请选题型' }),
  label: cleanText({ max: 200, required: '请写问题' }),
  hint: optionalText({ max: 100 }),
  required: ticked,
  choices: linesOf(mostChoices, 40),
  least: optionalNumber(-1_000_000, 1_000_000),
  most: optionalNumber(-1_000_000, 1_000_000),
  /** `<question id>|<answer>`, or empty: always shown. */
  condition: cleanText({ max: 200, min: 0 }).optional(),
  /** Only these sessions are asked; none ticked means all. */
  sessionIds: several(recordId, 200),
  sensitive: ticked,
  keptDays: wholeNumber(0, 1095, '请填保留天数'),
});

type Fields = z.output<typeof fields>;
type Say = (path: keyof Fields, message: string) => void;

const counts = (type: QuestionType) =>
  type === 'text' || type === 'paragraph' || type === 'choices' || type === 'number';

function checkLimits({ type, least, most, choices }: Fields, say: Say) {
  if (!counts(type)) return;
  const whole = type !== 'number';
  if (whole && least !== undefined && least < 0) say('least', '不能小于 0');
  if (whole && most !== undefined && most < 1) say('most', '不能小于 1');
  if (least !== undefined && most !== undefined && least > most) say('most', '不能小于最少');
  const limit = type === 'choices' ? choices.length : type === 'number' ? undefined : longest[type];
  if (limit !== undefined && (most ?? 0) > limit) say('most', `不能大于 ${limit}`);
  if (limit !== undefined && (least ?? 0) > limit) say('least', `不能大于 ${limit}`);
}

function check(f: Fields, say: Say) {
  if (hasChoices(f.type)) {
    if (f.choices.length < 2) say('choices', '至少写两个选项，每行一个');
    if (new Set(f.choices).size < f.choices.length) say('choices', '有重复的选项，请改掉一个');
  }
  if (f.type === 'consent' && f.sensitive) say('sensitive', '“勾选同意”不用标敏感');
  if (f.type !== 'consent' && lengthOf(f.label) > 60) say('label', '最多 60 个字，请精简');
  checkLimits(f, say);
}

function conditionOf(text: string | undefined): QuestionContent['condition'] {
  const [questionId, ...rest] = (text ?? '').split('|');
  return questionId && rest.length > 0 ? { questionId, value: rest.join('|') } : null;
}

/** What an officer typed as the content of a question; what its type does not have is left out. */
function contentOf(f: Fields, ctx: z.RefinementCtx): QuestionContent {
  check(f, (path, message) => ctx.addIssue({ code: 'custom', path: [path], message }));
  const counted = counts(f.type);
  return {
    type: f.type,
    label: f.label,
    hint: f.hint,
    required: f.required,
    choices: hasChoices(f.type) ? f.choices : [],
    least: counted ? (f.least ?? null) : null,
    most: counted ? (f.most ?? null) : null,
    condition: conditionOf(f.condition),
    sessionIds: f.sessionIds,
    sensitive: f.sensitive,
    keptDays: f.keptDays,
  };
}

export const addQuestionInput = fields
  .extend({ offeringId: recordId })
  .transform((f, ctx) => ({ offeringId: f.offeringId, content: contentOf(f, ctx) }));
export type AddQuestionInput = z.output<typeof addQuestionInput>;

export const changeQuestionInput = fields
  .extend({ offeringId: recordId, questionId: recordId })
  .transform((f, ctx) => ({
    offeringId: f.offeringId,
    questionId: f.questionId,
    content: contentOf(f, ctx),
  }));
export type ChangeQuestionInput = z.output<typeof changeQuestionInput>;

export const moveQuestionInput = z.strictObject({
  offeringId: recordId,
  questionId: recordId,
  step: z.enum(['up', 'down'], { error: '请重试' }),
});
export type MoveQuestionInput = z.output<typeof moveQuestionInput>;

export const retireQuestionInput = z.strictObject({ offeringId: recordId, questionId: recordId });
export type RetireQuestionInput = z.output<typeof retireQuestionInput>;
