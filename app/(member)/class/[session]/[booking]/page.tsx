import type { Metadata } from 'next';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { handOverAction, revealHealthAction } from '@/features/childcare/actions';
import { HandOverForms } from '@/features/childcare/components/hand-over-forms';
import { HealthReveal } from '@/features/childcare/components/health-reveal';
import { getChildRecord } from '@/features/childcare/queries/child-record';
import { dayWords } from '@/features/childcare/rules/class-day';
import { requireFreshMember } from '@/lib/auth/session';
import { notFoundOnMissing } from '@/lib/http/not-found-on-missing';

export const metadata: Metadata = { title: '孩子' };

interface Props {
  params: Promise<{ session: string; booking: string }>;
}

export default async function ChildRecordPage({ params }: Props) {
  const { session, booking } = await params;
  const ctx = await requireFreshMember(`/class/${session}/${booking}`);
  const record = await notFoundOnMissing(getChildRecord(ctx, session, booking));
  return (
    <FlowPage backHref={`/class/${session}`} backLabel="签到">
      <PageHead title={record.name}>{dayWords(record.day)}</PageHead>
      {record.hasHealthNotes && (
        <HealthReveal action={revealHealthAction} sessionId={session} bookingId={booking} />
      )}
      <HandOverForms record={record} action={handOverAction} />
    </FlowPage>
  );
}
