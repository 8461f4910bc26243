import type { ReturnStatus } from '@/features/eligibility/rules/facts';

/** What she and the officer read; nothing in it names an illness. */
export const returnLabels: Record<ReturnStatus, string> = {
  waiting: '等待核实',
  verified: '已核实',
  refused: '核实不符',
};

/** Alone, under its own version: that a hospital asked her back is health data (PIPL 29). */
export const returnConsent = {
  purpose: 'screening_return',
  version: '2026-11-30',
  body: '我同意女职工部为核实“医院通知我再来”联系我和医院；我约好的那天，那家医院的窗口看得到“复查”两个字。别人看不到，单位也看不到；本轮服务结束 30 天后删除，也可以随时撤回。',
} as const;

/**
 * Whether she may say that she was asked back: while the interval alone stands in her way, once, and
 * again after a no. Null when she may. Source: domain.md §3.1.
 */
export function refuseReturn(given: {
  withinInterval: boolean;
  status: ReturnStatus | null;
}): 'not_barred' | 'already_asked' | null {
  if (given.status === 'waiting' || given.status === 'verified') return 'already_asked';
  return given.withinInterval ? null : 'not_barred';
}
