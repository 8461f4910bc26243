import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Breadcrumbs } from '@/components/ui/tabs';
import { getDeskOffering } from '@/features/offerings/queries/desk-offering';
import { addQuestionAction } from '@/features/questions/actions';
import { DeskQuestionForm } from '@/features/questions/components/desk-question-form';
import { getDeskForm } from '@/features/questions/queries/desk-form';
import { typeLabels } from '@/features/questions/rules/question';
import { newQuestionQuery } from '@/features/questions/schema/question-page';
import { requireStaff } from '@/lib/auth/session';
import { newId } from '@/lib/ids';

export const metadata: Metadata = { title: '加一题' };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<unknown>;
}

export default async function NewQuestionPage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(`/desk/offerings/${id}/questions/new`);
  const offering = await getDeskOffering(ctx, id);
  const form = await getDeskForm(ctx, offering);
  const { type } = newQuestionQuery.parse(query);
  const back = `/desk/offerings/${id}/questions`;
  return (
    <DeskMain>
      <Breadcrumbs
        trail={[
          { label: '服务与活动', href: '/desk/offerings' },
          { label: offering.title, href: back },
          { label: '加一题' },
        ]}
      />
      <PageHead title={`加一题：${typeLabels[type]}`} />
      <div className="max-w-form">
        <DeskQuestionForm
          action={addQuestionAction}
          fields={{ offeringId: id }}
          type={type}
          earlier={form.questions}
          keptDays={form.keptDays}
          sessions={offering.live}
          backHref={back}
          idempotencyKey={newId()}
        />
      </div>
    </DeskMain>
  );
}
