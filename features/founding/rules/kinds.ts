import type { affairChanges, foundingKinds, foundingSteps } from '@/db/schema/enums';
import { type FoundingStep, foundingTransitions, stepLabels } from './steps';

export type FoundingKind = (typeof foundingKinds)[number];
export type AffairChange = (typeof affairChanges)[number];
type Step = (typeof foundingSteps)[number];
type Way = Partial<Record<Step, readonly Step[]>>;

export const kindNames: Record<FoundingKind, string> = {
  founding: '建会',
  reelection: '换届',
  change: '变更登记',
  dissolution: '注销登记',
  reissue: '遗失补证',
};

/** What of a registered union changes: each within 30 days (domain.md §2.2). */
export const changeNames: Record<AffairChange, string> = {
  name: '名称',
  address: '住所',
  legal_person: '法定代表人',
};

const { registered: _registered, ...wayToFounded } = foundingTransitions;

/** 换届: as 建会 from the request on, and a new certificate at its end (domain.md §2.2). */
export const reelectionTransitions = {
  ...wayToFounded,
  founded: ['certified'],
} as const satisfies Way;

/** 变更登记: what changed, the request to the registrar, the new certificate. */
export const changeTransitions = {
  lead: ['applied', 'abandoned'],
  applied: ['certified', 'abandoned'],
  certified: [],
  abandoned: [],
} as const satisfies Way;

/** 注销登记: the request, the 批复 of the level above, the registrar's answer. */
export const dissolutionTransitions = {
  lead: ['applied', 'abandoned'],
  applied: ['approved', 'abandoned'],
  approved: ['registered', 'abandoned'],
  registered: [],
  abandoned: [],
} as const satisfies Way;

/** 遗失补证: the loss, the request with its notice of loss, the new certificate. */
export const reissueTransitions = {
  lead: ['applied', 'abandoned'],
  applied: ['certified', 'abandoned'],
  certified: [],
  abandoned: [],
} as const satisfies Way;

export const reelectionLabels = {
  ...{ lead: '启动换届', applied: '换届请示', approved: '换届批复', members: '核实会员' },
  ...{ candidates: '候选人报审', assembly: '会员大会', results: '结果报批', founded: '换届完成' },
  ...{ certified: '换证', abandoned: '终止' },
} as const;
export const alterationLabels = {
  ...{ lead: '发生变更', applied: '申请变更', certified: '核准换证', abandoned: '终止' },
} as const;
export const dissolutionLabels = {
  ...{ lead: '提出注销', applied: '注销请示', approved: '注销批复' },
  ...{ registered: '注销登记', abandoned: '终止' },
} as const;
export const reissueLabels = {
  ...{ lead: '证书遗失', applied: '申请补证', certified: '补发证书', abandoned: '终止' },
} as const;

const ways: Record<FoundingKind, { transitions: Way; labels: Partial<Record<Step, string>> }> = {
  founding: { transitions: foundingTransitions, labels: stepLabels },
  reelection: { transitions: reelectionTransitions, labels: reelectionLabels },
  change: { transitions: changeTransitions, labels: alterationLabels },
  dissolution: { transitions: dissolutionTransitions, labels: dissolutionLabels },
  reissue: { transitions: reissueTransitions, labels: reissueLabels },
};

/** What a step is called in a matter of this kind. */
export const stepName = (kind: FoundingKind, step: FoundingStep): string =>
  ways[kind].labels[step] ?? stepLabels[step];

/** Whether a step may be taken from where a matter of this kind stands. Source: domain.md §2.2. */
export const mayFollow = (kind: FoundingKind, now: FoundingStep, next: FoundingStep): boolean =>
  ways[kind].transitions[now]?.includes(next) ?? false;

/** The steps of a kind in their order, without the end that comes to nothing. */
export const wayOf = (kind: FoundingKind): FoundingStep[] =>
  (Object.keys(ways[kind].transitions) as FoundingStep[]).filter((step) => step !== 'abandoned');

/** The step that comes after this one; null at the end. */
export function nextStep(kind: FoundingKind, now: FoundingStep): FoundingStep | null {
  const way = wayOf(kind);
  const at = way.indexOf(now);
  return at < 0 ? null : (way[at + 1] ?? null);
}

/** Whether it can no longer be given up: founded, answered, or given up. */
export const isPastStopping = (kind: FoundingKind, now: FoundingStep): boolean =>
  !mayFollow(kind, now, 'abandoned');
