import { z } from 'zod';
import { isRealDate } from '@/lib/dates';
import { occupationCode, optionalNumber, several } from '@/lib/forms/form-fields';

/** Conditions that one definition may have. */
export const MOST_CLAUSES = 20;
/** How deep groups may stand in groups; the outermost is the first. */
export const MOST_LEVELS = 3;

export const joins = ['all', 'any', 'none'] as const;
export type Join = (typeof joins)[number];

/** 健康检查 is none of them: who went is a matter of health (PIPL 28). */
export const attendedKinds = ['any', 'training', 'childcare'] as const;
export const signedInWhens = ['before', 'after', 'never'] as const;

const day = z.preprocess(
  (v) => (v === '' || v === null ? undefined : v),
  z.string().refine(isRealDate, '日期不对，请重选').optional(),
);
const id = (words: string) => z.uuid(words);

type Band = { from?: number | string | undefined; to?: number | string | undefined };
const asked = (band: Band) => band.from !== undefined || band.to !== undefined;
const inOrder = ({ from, to }: Band) => from === undefined || to === undefined || from <= to;

/** The conditions by kind; each reads what a form sends and what is stored alike. */
export const clauses = {
  union: z.strictObject({ kind: z.literal('union'), organisationId: id('请选工会') }),
  occupation: z.strictObject({
    kind: z.literal('occupation'),
    codes: several(occupationCode, 60).refine((codes) => codes.length > 0, '请至少选一种职业'),
  }),
  new_form: z.strictObject({
    kind: z.literal('new_form'),
    is: z.enum(['yes', 'no'], { error: '请选是不是' }),
  }),
  sex: z.strictObject({
    kind: z.literal('sex'),
    sex: z.enum(['female', 'male'], { error: '请选性别' }),
  }),
  age: z
    .strictObject({
      kind: z.literal('age'),
      from: optionalNumber(0, 120),
      to: optionalNumber(0, 120),
    })
    .refine(asked, { path: ['from'], message: '请至少填一头' })
    .refine(inOrder, { path: ['to'], message: '最大年龄不能小于最小年龄' }),
  joined: z
    .strictObject({ kind: z.literal('joined'), from: day, to: day })
    .refine(asked, { path: ['from'], message: '请至少填一头' })
    .refine(inOrder, { path: ['to'], message: '结束日不能早于开始日' }),
  attended: z
    .strictObject({
      kind: z.literal('attended'),
      of: z.enum(attendedKinds, { error: '请选哪类服务' }),
      offeringId: z.preprocess((v) => v || undefined, id('请重选服务').optional()),
      days: optionalNumber(1, 3660),
      from: day,
      to: day,
    })
    .refine((c) => c.days === undefined || !asked(c), {
      path: ['days'],
      message: '“最近几天”和起止日只填一样',
    })
    .refine(inOrder, { path: ['to'], message: '结束日不能早于开始日' }),
  signed_in: z
    .strictObject({
      kind: z.literal('signed_in'),
      when: z.enum(signedInWhens, { error: '请选怎么算' }),
      on: day,
    })
    .refine((c) => c.when === 'never' || c.on !== undefined, { path: ['on'], message: '请填日期' }),
} as const;

export type ClauseKind = keyof typeof clauses;
export const clauseKinds = Object.keys(clauses) as ClauseKind[];
export const clause = z.union(Object.values(clauses));
export type Clause = z.output<(typeof clauses)[ClauseKind]>;

export interface Group {
  readonly kind: 'group';
  readonly join: Join;
  readonly of: readonly SegmentNode[];
}
export type SegmentNode = Clause | Group;

const emptyGroup = '这一组还是空的，请加一条或去掉这一组';
const groupOf = (node: z.ZodType<SegmentNode>): z.ZodType<Group> =>
  z.strictObject({
    kind: z.literal('group'),
    join: z.enum(joins, { error: '请选怎么组合' }),
    of: z.array(node).min(1, emptyGroup).max(MOST_CLAUSES),
  });

// Written out level by level, so that nothing deeper is ever read.
let node: z.ZodType<SegmentNode> = clause as z.ZodType<SegmentNode>;
for (let level = 1; level < MOST_LEVELS; level++) node = z.union([clause, groupOf(node)]);

/** How many conditions stand in a part of a definition. */
export const clauseCount = (part: SegmentNode): number =>
  part.kind === 'group' ? part.of.reduce((sum, one) => sum + clauseCount(one), 0) : 1;

/** `segments.definition`: conditions in groups of 全部/任一/都不, at most three deep and twenty in all. */
export const segmentDefinition = z
  .strictObject({ v: z.literal(1), root: groupOf(node) })
  .refine(({ root }) => clauseCount(root) <= MOST_CLAUSES, `最多 ${MOST_CLAUSES} 个条件`);
export type SegmentDefinition = z.output<typeof segmentDefinition>;
