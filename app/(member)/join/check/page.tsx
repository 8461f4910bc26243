import { redirect } from 'next/navigation';
import { CheckForm } from '@/features/applications/components/check-form';
import { QuestionPage } from '@/features/applications/components/question-page';
import { getJoining } from '@/features/applications/queries/joining';
import { nextQuestion } from '@/features/applications/rules/questions';
import { requireMember } from '@/lib/auth/session';
import { newId } from '@/lib/ids';

export const metadata = { title: '核对并提交 · 入会申请' };

export default async function CheckPage() {
  const joining = await getJoining(await requireMember('/join/check'));
  if (joining.kind === 'filling') {
    const { form } = joining;
    if (form?.status === 'sent_back') redirect(`/applications/${form.id}`);
    if (form === null || nextQuestion(form) !== null) redirect('/join');
  }
  return (
    <QuestionPage joining={joining}>
      {(form) => form && <CheckForm form={form} idempotencyKey={newId()} />}
    </QuestionPage>
  );
}
