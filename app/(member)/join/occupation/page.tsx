import { saveOccupationAction } from '@/features/applications/actions';
import { QuestionForm } from '@/features/applications/components/question-form';
import { QuestionPage } from '@/features/applications/components/question-page';
import { getJoining } from '@/features/applications/queries/joining';
import { pageQuery } from '@/features/applications/schema/joining';
import { OccupationField } from '@/features/members/components/occupation-field';
import { listOccupations } from '@/features/members/queries/occupations';
import { requireMember } from '@/lib/auth/session';
import { todayOn } from '@/lib/dates';

export const metadata = { title: '职业 · 入会申请' };

export default async function OccupationPage({ searchParams }: PageProps<'/join/occupation'>) {
  const { from } = pageQuery.parse(await searchParams);
  const ctx = await requireMember('/join/occupation');
  const occupations = await listOccupations(ctx, todayOn(ctx.now));
  return (
    <QuestionPage joining={await getJoining(ctx)} from={from}>
      {(form) => (
        <QuestionForm action={saveOccupationAction} question="occupation" from={from} form={form}>
          <OccupationField occupations={occupations} chosen={form?.occupationCode} />
        </QuestionForm>
      )}
    </QuestionPage>
  );
}
