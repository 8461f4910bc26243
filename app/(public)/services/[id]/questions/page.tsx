import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { getOfferingPage } from '@/features/enrolment/queries/offering-page';
import { choiceQuery } from '@/features/enrolment/schema/catalogue';
import { prepareAnswersAction } from '@/features/questions/actions';
import { PrepareForm } from '@/features/questions/components/answer-forms';
import { findDraft } from '@/features/questions/queries/own-answers';
import { requireMember } from '@/lib/auth/session';
import { notFoundOnMissing } from '@/lib/http/not-found-on-missing';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<unknown> };

export const metadata: Metadata = { title: '报名问题' };

export default async function QuestionsPage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const { who = 'self', s: sessionId } = choiceQuery.parse(query);
  const choice = `who=${who}&s=${sessionId ?? ''}`;
  const ctx = await requireMember(`/services/${id}/questions?${choice}`);
  const offering = await notFoundOnMissing(getOfferingPage(ctx, id));
  const session = offering.sessions.find((one) => one.id === sessionId);
  if (!session) redirect(`/services/${id}`);
  const draft = await notFoundOnMissing(
    findDraft(ctx, { offeringId: id, sessionId: session.id, who }),
  );
  if (!draft) redirect(`/services/${id}/book?${choice}`);
  return (
    <FlowPage backHref={`/services/${id}?${choice}`} backLabel="返回修改">
      <PageHead title="报名问题">{`${offering.title}，${session.title}`}</PageHead>
      <PrepareForm
        action={prepareAnswersAction}
        draft={draft}
        fields={{ offeringId: id, sessionId: session.id, who }}
      />
    </FlowPage>
  );
}
