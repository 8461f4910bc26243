import { formatFullDay } from '@/lib/dates';
import type { Clause, ClauseKind, Join, SegmentNode } from '../schema/definition';

export const joinLabels: Record<Join, string> = {
  all: '下面的全部符合',
  any: '下面的符合任一条',
  none: '下面的一条都不符合',
};

export const clauseLabels: Record<ClauseKind, string> = {
  union: '所在工会',
  occupation: '职业',
  new_form: '新就业形态',
  sex: '性别',
  age: '年龄',
  joined: '入会时间',
  attended: '参加过服务',
  signed_in: '最近登录',
};

export const attendedLabels = {
  any: '培训或托管班',
  training: '技能培训',
  childcare: '托管班',
} as const;

/** Names for what a definition points at; what is not in it is gone. */
export interface SegmentNames {
  readonly unions: ReadonlyMap<string, string>;
  readonly occupations: ReadonlyMap<string, string>;
  readonly offerings: ReadonlyMap<string, string>;
}

const GONE = '（已不在）';

function days(from: string | undefined, to: string | undefined): string {
  if (from !== undefined && to !== undefined)
    return from === to ? formatFullDay(from) : `${formatFullDay(from)}至${formatFullDay(to)}`;
  return from !== undefined ? `${formatFullDay(from)}起` : `${formatFullDay(to ?? '')}及以前`;
}

function ages(from: number | undefined, to: number | undefined): string {
  if (from === undefined) return `${to} 周岁及以下`;
  return to === undefined ? `${from} 周岁及以上` : `${from}–${to} 周岁`;
}

/** One condition as an officer reads it. */
export function segmentClauseWords(clause: Clause, names: SegmentNames): string {
  switch (clause.kind) {
    case 'union':
      return `在${names.unions.get(clause.organisationId) ?? GONE}及下级工会`;
    case 'occupation':
      return `职业是${clause.codes.map((code) => names.occupations.get(code) ?? GONE).join('、')}`;
    case 'new_form':
      return clause.is === 'yes' ? '是新就业形态劳动者' : '不是新就业形态劳动者';
    case 'sex':
      return clause.sex === 'female' ? '女' : '男';
    case 'age':
      return `今天${ages(clause.from, clause.to)}`;
    case 'joined':
      return `${days(clause.from, clause.to)}入会`;
    case 'attended': {
      const what = clause.offeringId
        ? `“${names.offerings.get(clause.offeringId) ?? GONE}”`
        : attendedLabels[clause.of];
      if (clause.days !== undefined) return `最近 ${clause.days} 天参加过${what}`;
      const between = clause.from !== undefined || clause.to !== undefined;
      return `${between ? days(clause.from, clause.to) : ''}参加过${what}`;
    }
    case 'signed_in':
      if (clause.when === 'never') return '从未登录';
      return clause.when === 'before'
        ? `最近一次登录早于${formatFullDay(clause.on ?? '')}`
        : `${formatFullDay(clause.on ?? '')}起登录过`;
  }
}

export interface SegmentLine {
  /** 1 is the outermost. */
  readonly level: number;
  readonly words: string;
}

/** A definition line by line, groups before what stands in them. */
export function segmentLines(node: SegmentNode, names: SegmentNames, level = 1): SegmentLine[] {
  if (node.kind !== 'group') return [{ level, words: segmentClauseWords(node, names) }];
  const inside = node.of.flatMap((one) => segmentLines(one, names, level + 1));
  return [{ level, words: joinLabels[node.join] }, ...inside];
}

/** Every condition of a definition, in its order. */
export const clausesOf = (node: SegmentNode): Clause[] =>
  node.kind === 'group' ? node.of.flatMap(clausesOf) : [node];
