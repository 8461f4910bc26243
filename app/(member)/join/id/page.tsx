import { TextLink } from '@/components/ui/app-link';
import { saveDocumentAction } from '@/features/applications/actions';
import {
  DocumentFields,
  DocumentPromise,
} from '@/features/applications/components/document-fields';
import { QuestionForm } from '@/features/applications/components/question-form';
import { QuestionPage } from '@/features/applications/components/question-page';
import { getJoining } from '@/features/applications/queries/joining';
import { pageQuery } from '@/features/applications/schema/joining';
import { requireMember } from '@/lib/auth/session';
import { todayOn } from '@/lib/dates';

export const metadata = { title: '证件号码 · 入会申请' };

export default async function DocumentPage({ searchParams }: PageProps<'/join/id'>) {
  const { from, type } = pageQuery.parse(await searchParams);
  const ctx = await requireMember('/join/id');
  const other = `/join/id/other${from ? `?from=${from}` : ''}`;
  return (
    <QuestionPage joining={await getJoining(ctx)} from={from}>
      {(form) => (
        <QuestionForm action={saveDocumentAction} question="id" from={from} form={form}>
          <DocumentFields type={type} heading stored={form?.idMasked} today={todayOn(ctx.now)} />
          <p className="mt-4">
            <TextLink href={other}>
              {type === 'resident_id' ? '我没有内地居民身份证' : '换一种证件'}
            </TextLink>
          </p>
          <DocumentPromise />
        </QuestionForm>
      )}
    </QuestionPage>
  );
}
