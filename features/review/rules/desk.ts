import type { decisionKinds } from '@/db/schema/enums';
import type { ApplicationStatus } from '@/features/applications/rules/transitions';

/** What an officer can do with an application; `passed_on` is the first of two consents. */
export type DecisionKind = (typeof decisionKinds)[number];

/** 「已由 林干事 于 6月8日 10:02 {通过}」. */
export const decisionLabels: Record<DecisionKind, string> = {
  approved: '通过',
  rejected: '不予通过',
  sent_back: '退回补正',
  passed_on: '同意并转上级',
};

interface OnDesk {
  readonly status: ApplicationStatus;
  readonly openedAt: Date | null;
}

/** Lies with an officer: can be opened and decided. */
export const isWaiting = (status: ApplicationStatus): boolean =>
  status === 'submitted' || status === 'in_review';

/** Nobody at this desk has looked at it yet: the dot in the list, and what opening changes. */
export const isUnread = (application: OnDesk): boolean =>
  application.status === 'submitted' ||
  (application.status === 'in_review' && application.openedAt === null);

/**
 * Whether consent at this desk makes a member: the last of its steps, or a case that has already
 * gone up to a parent because its own union was late (nobody confirms their own consent).
 * Source: domain.md §1.4.
 */
export const isLastStep = (application: {
  readonly step: number;
  readonly stepsTotal: number;
  readonly deskId: string | null;
  readonly organisationId: string | null;
}): boolean =>
  application.step >= application.stepsTotal || application.deskId !== application.organisationId;

/** Ready sentences for a send-back and for a refusal. */
export interface Sentences {
  readonly sendBack: readonly string[];
  readonly reject: readonly string[];
}

/** Said often enough to be one click, until the federation wrote its own; each can be changed before it is sent. */
export const applicationSentences: Sentences = {
  sendBack: [
    '姓名与身份证不一致，请按身份证填写',
    '证件号码与姓名对不上，请核对后重填',
    '请选择实际从事的工作',
    '您不在本单位，请重新选择单位或辖区工会',
  ],
  reject: [
    '经核对，您不在本工会接收范围内，请向所在单位或辖区的工会申请',
    '您已是其他工会的会员，请办理转会',
    '多次联系未能核实申请内容，核实后可以重新申请',
  ],
};
