import type { endSorts, endViews } from '../schema/ends';
import type { EndState } from './term';

export const endViewLabels: Record<(typeof endViews)[number], string> = {
  all: '全部',
  over: '已到期',
  '1': '1 个月内',
  '3': '3 个月内',
  '6': '6 个月内',
};
export const endSortLabels: Record<(typeof endSorts)[number], string> = {
  soonest: '先到期在前',
  latest: '后到期在前',
  name: '按工会',
};
export const endKindLabels = { term: '任期', certificate: '证书' } as const;

/** How an end lies to today. */
export const endStateLabels: Record<EndState, string> = {
  over: '已到期',
  soon: '快到期',
  later: '有效',
};

/** 任期（已延期）: what ends, and whether the level above has let it run on. */
export const endWhat = ({
  kind,
  prolonged,
}: {
  kind: keyof typeof endKindLabels;
  prolonged: boolean;
}) => (prolonged ? `${endKindLabels[kind]}（已延期）` : endKindLabels[kind]);
