import { saveNameAction } from '@/features/applications/actions';
import { NameField } from '@/features/applications/components/name-field';
import { QuestionForm } from '@/features/applications/components/question-form';
import { QuestionPage } from '@/features/applications/components/question-page';
import { getJoining } from '@/features/applications/queries/joining';
import { pageQuery } from '@/features/applications/schema/joining';
import { requireMember } from '@/lib/auth/session';

export const metadata = { title: '姓名 · 入会申请' };

export default async function NamePage({ searchParams }: PageProps<'/join/name'>) {
  const { from } = pageQuery.parse(await searchParams);
  const joining = await getJoining(await requireMember('/join/name'));
  return (
    <QuestionPage joining={joining} from={from}>
      {(form) => (
        <QuestionForm action={saveNameAction} question="name" from={from} form={form}>
          <NameField name={form?.name} heading />
        </QuestionForm>
      )}
    </QuestionPage>
  );
}
