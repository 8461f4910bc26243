import type { foundingSteps } from '@/db/schema/enums';

export type FoundingStep = (typeof foundingSteps)[number];

export const stepLabels: Record<FoundingStep, string> = {
  lead: '线索',
  applied: '申请',
  approved: '筹备批复',
  members: '发展会员',
  candidates: '候选人报审',
  assembly: '会员大会',
  results: '结果报批',
  founded: '成立',
  registered: '法人登记',
  certified: '领证',
  abandoned: '终止',
};

/** 建会, what may follow what; members may be counted, and an assembly meet, more than once (domain.md §2.2). */
export const foundingTransitions = {
  lead: ['applied', 'abandoned'],
  applied: ['approved', 'abandoned'],
  approved: ['members', 'abandoned'],
  members: ['members', 'candidates', 'abandoned'],
  candidates: ['members', 'candidates', 'assembly', 'abandoned'],
  assembly: ['candidates', 'assembly', 'results', 'abandoned'],
  results: ['founded', 'abandoned'],
  founded: ['registered'],
  registered: ['certified'],
  certified: [],
  abandoned: [],
} as const satisfies Record<FoundingStep, readonly FoundingStep[]>;

/** The answers of others, typed from their paper by who answers for the level above. */
const answers: readonly FoundingStep[] = ['approved', 'founded', 'registered', 'certified'];

/** Whether a step is an answer of the level above or of the registrar. */
export const isAnswer = (step: FoundingStep): boolean => answers.includes(step);

export type DayRefusal = 'future' | 'before_last';

/**
 * Why a step cannot have happened on this day: it is to come, or before the step that it follows. Null when it
 * can. Days are YYYY-MM-DD. Source: domain.md §2.2.
 */
export function refuseDay(doneOn: string, lastOn: string, today: string): DayRefusal | null {
  if (doneOn > today) return 'future';
  return doneOn < lastOn ? 'before_last' : null;
}
