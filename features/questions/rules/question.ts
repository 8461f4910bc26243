import type { questionTypes } from '@/db/schema/enums';
/** What can be asked (domain.md §3.9). */
export type QuestionType = (typeof questionTypes)[number];

export const typeLabels: Record<QuestionType, string> = {
  text: '一行文字',
  paragraph: '一段文字',
  choice: '单选',
  choices: '多选',
  number: '数字',
  date: '日期',
  phone: '手机号',
  file: '图片或 PDF',
  consent: '勾选同意',
};

/** Shown only when an earlier question was answered so. */
export interface Condition {
  readonly questionId: string;
  /** One of its choices, or `yes` for a consent. */
  readonly value: string;
}

/** What an officer writes of a question. */
export interface QuestionContent {
  readonly type: QuestionType;
  readonly label: string;
  readonly hint: string | null;
  readonly required: boolean;
  readonly choices: readonly string[];
  /** Characters, choices, the number itself: what the type counts. */
  readonly least: number | null;
  readonly most: number | null;
  readonly condition: Condition | null;
  /** Asked of these sessions alone; empty means of all. */
  readonly sessionIds: readonly string[];
  readonly sensitive: boolean;
  /** Days after the offering's last session. */
  readonly keptDays: number;
}

export interface Question extends QuestionContent {
  readonly id: string;
  readonly version: number;
}

/** An answer as it is kept: text, several choices, a number, true for a consent, a file. */
export type AnswerValue =
  | string
  | number
  | true
  | readonly string[]
  | { readonly file: string; readonly size: number };

/** How many questions a form may have. */
export const mostQuestions = 30;
/** How many choices a question may offer. */
export const mostChoices = 20;
/** How many files a form may ask for, so that all of it goes through in one request. */
export const mostFiles = 2;

/** Whether answers come from a list that the officer wrote. */
export const hasChoices = (type: QuestionType): boolean => type === 'choice' || type === 'choices';

/**
 * Whose answer can decide whether another question is shown. Source: domain.md §3.9.
 */
export const canDecide = (type: QuestionType): boolean => hasChoices(type) || type === 'consent';

/** The answers that a condition may wait for. */
export const decidingValues = (q: Pick<Question, 'type' | 'choices'>): readonly string[] =>
  q.type === 'consent' ? ['yes'] : hasChoices(q.type) ? q.choices : [];

/** The form field of a question. */
export const fieldOf = (questionId: string): string => `q-${questionId}`;

/** The questions that one session asks: those of all sessions and its own, in order. */
export const askedIn = <Q extends Pick<QuestionContent, 'sessionIds'>>(
  form: readonly Q[],
  sessionId: string,
): Q[] => form.filter((q) => q.sessionIds.length === 0 || q.sessionIds.includes(sessionId));
