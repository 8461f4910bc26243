import { Section } from '@/components/ui/card';
import { SummaryList } from '@/components/ui/summary-list';
import type { Draft } from '../queries/own-answers';
import { answerWords } from '../rules/answer-words';
import { shownQuestions } from '../rules/shown';

/** The prepared answers before they are sent, each with the way back. */
export function AnswerSummary({ draft, changeHref }: { draft: Draft; changeHref: string }) {
  const shown = shownQuestions(draft.questions, new Map(Object.entries(draft.values)));
  const rows = shown.map((q) => {
    const value = draft.values[q.id];
    return {
      question: q.label,
      answer: value === undefined ? '没有填' : answerWords(q.type, value),
      changeHref,
      changeLabel: q.label,
    };
  });
  return (
    <Section title="您的回答">
      <SummaryList rows={rows} />
    </Section>
  );
}
