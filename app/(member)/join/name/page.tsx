import { saveNameAction } from '@/features/membership/actions';
import { NameField } from '@/features/membership/components/name-field';
import { QuestionForm } from '@/features/membership/components/question-form';
import { QuestionPage } from '@/features/membership/components/question-page';
import { getJoining } from '@/features/membership/queries/joining';
import { pageQuery } from '@/features/membership/schema/joining';
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
