import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import type { Question } from '../rules/question';
import { KeptNote } from './answer-forms';
import { QuestionFields } from './question-fields';

/** The form as a member sees it, conditions included; nothing is sent. */
export function FormPreview({ questions }: { questions: readonly Question[] }) {
  if (questions.length === 0) return <EmptyState icon="clipboard" title="还没有问题" />;
  return (
    <div className="max-w-member">
      <Card pad>
        <form aria-label="预览" method="dialog">
          <KeptNote questions={questions} />
          <QuestionFields questions={questions} values={{}} />
        </form>
      </Card>
    </div>
  );
}
