import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { getMyBooking } from '@/features/bookings/queries/my-bookings';
import { completeAnswersAction } from '@/features/questions/actions';
import { CompleteForm } from '@/features/questions/components/answer-forms';
import { getOwnAnswers } from '@/features/questions/queries/own-answers';
import { requireMember } from '@/lib/auth/session';
import { notFoundOnMissing } from '@/lib/http/not-found-on-missing';

export const metadata: Metadata = { title: '补充回答' };

export default async function CompletePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const ctx = await requireMember(`/me/bookings/${id}/questions`);
  const booking = await notFoundOnMissing(getMyBooking(ctx, id));
  const answers = await getOwnAnswers(ctx, booking);
  if (answers.asked.length === 0 || !answers.canAnswer) redirect(`/me/bookings/${id}`);
  return (
    <FlowPage backHref={`/me/bookings/${id}`} backLabel="预约详情">
      <PageHead title="补充回答">{`${booking.title}，${booking.session}。已填的不用再填。`}</PageHead>
      <CompleteForm action={completeAnswersAction} bookingId={id} answers={answers} />
    </FlowPage>
  );
}
