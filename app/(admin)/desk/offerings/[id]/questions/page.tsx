import type { Metadata } from 'next';
import { TextLink } from '@/components/ui/app-link';
import { Notice } from '@/components/ui/notice';
import { moveQuestionAction, retireQuestionAction } from '@/features/questions/actions';
import { AnsweredPanel } from '@/features/questions/components/desk-answers';
import { AddPanel, FormPanel } from '@/features/questions/components/desk-form';
import { getDeskForm, listAnswered } from '@/features/questions/queries/desk-form';
import { doneWords } from '@/features/questions/rules/form-words';
import { offeringTab } from '@/features/scheduling/components/offering-tab';

export const metadata: Metadata = { title: '问题' };

const actions = { move: moveQuestionAction, retire: retireQuestionAction };

export default offeringTab('questions', async ({ ctx, id, offering, search }) => {
  const [form, answered] = await Promise.all([
    getDeskForm(ctx, offering),
    listAnswered(ctx, offering),
  ]);
  const done = doneWords(search);
  const over = offering.status === 'finished' || offering.status === 'cancelled';
  return (
    <>
      {done && (
        <Notice tone="success" live className="mb-4">
          {done}
        </Notice>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-[minmax(0,1fr)_336px]">
        <div className="min-w-0">
          <FormPanel {...{ form, over, actions }} offeringId={id} sessions={offering.sessions} />
        </div>
        <div className="flex flex-col gap-4">
          {!over && <AddPanel offeringId={id} taken={offering.counts.length > 0} />}
          <p className="text-secondary">
            <TextLink href="/desk/purges" className="inline-flex min-h-target items-center">
              到期删除的证明
            </TextLink>
          </p>
        </div>
        {form.questions.length > 0 && (
          <AnsweredPanel offeringId={id} items={answered} now={offering.now} />
        )}
      </div>
    </>
  );
});
