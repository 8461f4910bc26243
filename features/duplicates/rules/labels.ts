import type { ClausePoints } from '@/db/schema/duplicates';
import type { mergeKinds, pairStatuses } from '@/db/schema/enums';

export const recordKindLabels: Record<(typeof mergeKinds)[number], string> = {
  person: '会员',
  employer: '用人单位',
};

type PairStatus = (typeof pairStatuses)[number];
export const pairLabels: Record<PairStatus, string> = {
  open: '待核对',
  different: '不是同一个',
  merged: '已合并',
};

/** What a pair may become (domain.md §2.4). */
export const pairTransitions = {
  open: ['different', 'merged'],
  different: ['open', 'merged'],
  merged: ['different'],
} as const satisfies Record<PairStatus, readonly PairStatus[]>;

const clauseLabels: Readonly<Record<string, string>> = {
  same_document: '证件号码相同',
  same_name: '姓名相同',
  same_core: '名称的主要部分相同',
  same_sound: '名字同音',
  close_name: '名字差一个字',
  other_name: '姓名不同',
  same_birth: '出生日期相同',
  close_birth: '出生日期只差一点',
  other_birth: '出生日期不同',
  other_sex: '性别不同',
  same_phone: '用过同一个手机号',
  same_employer: '单位相同',
  same_union: '工会相同',
  same_town: '在同一个地方',
  other_town: '不在同一个地方',
  same_address: '地址相同',
  one_without_code: '有一家没填信用代码',
  chosen: '由干部指定核对',
};

/** A clause in words; about an employer the name is no 姓名. */
export const clauseWords = ({ clause }: ClausePoints, kind: 'person' | 'employer'): string =>
  kind === 'employer' && clause === 'same_name' ? '名称相同' : (clauseLabels[clause] ?? clause);

/** The number of points, in bits, from which two records are very likely one. */
export const veryLikelyFrom = 32;

/** How likely, in two words. */
export const likelyWords = (points: number): string =>
  points >= veryLikelyFrom ? '很可能' : '有可能';
