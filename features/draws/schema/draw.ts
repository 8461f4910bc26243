import { z } from 'zod';
import { recordId } from '@/lib/forms/form-fields';
import { one } from '@/lib/one';
import { cleanText } from '@/lib/text';

export const drawSessionInput = z.strictObject({ sessionId: recordId });

const digits = (pattern: RegExp, words: string) => z.string().trim().regex(pattern, words);

/** The lottery's number as an officer copies it, typed twice: it can be entered once only. */
export const publishSeedInput = z
  .strictObject({
    drawId: recordId,
    issue: digits(/^20\d{5}$/, '期号是 7 位数字，如 2026153'),
    digits: digits(/^\d{3}$/, '开奖号是 3 位数字，如 407'),
    again: digits(/^\d{3}$/, '请再输一次开奖号'),
  })
  .refine((f) => f.digits === f.again, { path: ['again'], message: '两次输入的开奖号不一样' });
export type PublishSeedInput = z.output<typeof publishSeedInput>;

export const commitWitnessInput = z.strictObject({
  sessionId: recordId,
  position: z.coerce.number().int().min(1).max(3),
  name: cleanText({ max: 20, required: '请写见证人' }),
  commitment: digits(/^[0-9a-f]{64}$/, '校验码是 64 位小写字母和数字'),
});
export type CommitWitnessInput = z.output<typeof commitWitnessInput>;

export const revealWitnessInput = z.strictObject({
  drawId: recordId,
  position: z.coerce.number().int().min(1).max(3),
  // A colon parts the three in the seed.
  secret: z
    .string()
    .min(8, '口令至少 8 个字')
    .max(200, '口令最多 200 个字')
    .refine((text) => !text.includes(':'), '口令里不能有英文冒号'),
});
export type RevealWitnessInput = z.output<typeof revealWitnessInput>;

export const runDrawInput = z.strictObject({ drawId: recordId });

export const fileObjectionInput = z.strictObject({
  drawId: recordId,
  text: cleanText({ max: 500, required: '请写明疑问', multiline: true }),
});
export type FileObjectionInput = z.output<typeof fileObjectionInput>;

export const answerObjectionInput = z.strictObject({
  objectionId: recordId,
  answer: cleanText({ max: 500, required: '请写答复，提出的人会看到', multiline: true }),
});
export type AnswerObjectionInput = z.output<typeof answerObjectionInput>;

export const decideClaimInput = z.strictObject({
  bookingId: recordId,
  tierKey: z.string().regex(/^[a-z]\w{0,19}$/, '请刷新后重试'),
  verdict: z.enum(['verified', 'refused'], { error: '请选核实或不符' }),
});
export type DecideClaimInput = z.output<typeof decideClaimInput>;

const text = z.preprocess(one, z.string());
const count = text
  .pipe(
    z
      .string()
      .trim()
      .regex(/^\d{1,6}$/),
  )
  .transform(Number);

/** What the pages of a draw carry in the address; nonsense is left out. */
export const drawQuery = z.object({
  no: count.nullable().catch(null),
  after: count.catch(0),
});
