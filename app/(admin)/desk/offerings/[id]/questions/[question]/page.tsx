import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Chips } from '@/components/ui/chips';
import { Breadcrumbs } from '@/components/ui/tabs';
import { questionTypes } from '@/db/schema/enums';
import { getDeskOffering } from '@/features/offerings/queries/desk-offering';
import { changeQuestionAction } from '@/features/questions/actions';
import { DeskQuestionForm } from '@/features/questions/components/desk-question-form';
import { getDeskForm } from '@/features/questions/queries/desk-form';
import { typeLabels } from '@/features/questions/rules/question';
import { changeQuestionQuery } from '@/features/questions/schema/question-page';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '改一题' };

interface Props {
  params: Promise<{ id: string; question: string }>;
  searchParams: Promise<unknown>;
}

export default async function ChangeQuestionPage({ params, searchParams }: Props) {
  const [{ id, question: questionId }, query] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(`/desk/offerings/${id}/questions/${questionId}`);
  const offering = await getDeskOffering(ctx, id);
  const form = await getDeskForm(ctx, offering);
  const at = form.questions.findIndex((q) => q.id === questionId);
  const question = form.questions[at];
  if (!question) notFound();
  const type = changeQuestionQuery.parse(query).type ?? question.type;
  const back = `/desk/offerings/${id}/questions`;
  const chips = questionTypes.map((kind) => ({
    label: typeLabels[kind],
    href: `${back}/${questionId}?type=${kind}`,
    current: kind === type,
  }));
  return (
    <DeskMain>
      <Breadcrumbs
        trail={[
          { label: '服务与活动', href: '/desk/offerings' },
          { label: offering.title, href: back },
          { label: '改一题' },
        ]}
      />
      <PageHead title={question.label}>
        {question.answered > 0
          ? `${question.answered} 人已回答。改字不影响；改题型、选项、必填会成为新的一版，请他们重新回答这一题。`
          : '还没有人回答，可以随便改。'}
      </PageHead>
      <div className="max-w-form">
        <div className="mb-4">
          <Chips label="题型" chips={chips} wrap />
        </div>
        <DeskQuestionForm
          key={type}
          action={changeQuestionAction}
          fields={{ offeringId: id, questionId }}
          type={type}
          earlier={form.questions.slice(0, at)}
          question={question}
          keptDays={form.keptDays}
          sessions={offering.live}
          backHref={back}
        />
      </div>
    </DeskMain>
  );
}
