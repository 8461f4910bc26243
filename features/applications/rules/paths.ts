import type { JoinQuestion } from './questions';
import type { ApplicationStatus } from './transitions';

/** Where a question was opened from, and so where its answer leads back to. */
export const origins = ['check', 'transfer'] as const;
export type Origin = (typeof origins)[number];

/** The page of one question; `from` says where its answer leads back to. */
export const questionPath = (question: JoinQuestion, from?: Origin | null): string =>
  `/join/${question}${from ? `?from=${from}` : ''}`;

export interface SavedAnswer {
  readonly id: string;
  readonly status: ApplicationStatus;
  readonly next: JoinQuestion | null;
}

/** The next page after an answer: never one that was answered already (WCAG 3.3.7). */
export function pathAfterAnswer(saved: SavedAnswer, from?: Origin | null): string {
  if (saved.status === 'sent_back') return `/applications/${saved.id}`;
  if (from === 'transfer') return '/join/transfer';
  if (from === 'check' || saved.next === null) return '/join/check';
  return questionPath(saved.next);
}
