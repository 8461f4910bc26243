import type { caseKinds, reasonedDecisions } from '@/db/schema/enums';
import { bookingSentences } from '@/features/enrolment/rules/desk-sentences';
import { applicationSentences, type Sentences } from '@/features/review/rules/desk';

export type CaseKind = (typeof caseKinds)[number];
export type ReasonedDecision = (typeof reasonedDecisions)[number];

/** What applies until the federation has written its own. */
export const firstSentences: Record<CaseKind, Sentences> = {
  applications: applicationSentences,
  bookings: bookingSentences,
};

export const reasonTitles: Record<CaseKind, Record<ReasonedDecision, string>> = {
  applications: { send_back: '入会申请：退回补正', refuse: '入会申请：不予通过' },
  bookings: { send_back: '预约报名：退回补正', refuse: '预约报名：不予通过' },
};

/** How many sentences one kind may have: more are not found at a glance. */
export const mostReasons = 6;

/** One sentence a line, as typed: without empty ones, each once. */
export function reasonLines(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}
