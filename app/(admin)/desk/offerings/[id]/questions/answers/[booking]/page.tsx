import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Breadcrumbs } from '@/components/ui/tabs';
import { bookingStatusLabels } from '@/features/bookings/rules/booking';
import { revealAnswersAction } from '@/features/questions/actions';
import { CaseAnswersPanel } from '@/features/questions/components/desk-answers';
import { getCaseAnswers } from '@/features/questions/queries/case-answers';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '回答' };

interface Props {
  params: Promise<{ id: string; booking: string }>;
}

export default async function AnswersPage({ params }: Props) {
  const { id, booking } = await params;
  const ctx = await requireStaff(`/desk/offerings/${id}/questions/answers/${booking}`);
  const answers = await getCaseAnswers(ctx, booking);
  const nothing = answers.lines.length === 0 && answers.open.length === 0;
  return (
    <DeskMain>
      <Breadcrumbs
        trail={[
          { label: '服务与活动', href: '/desk/offerings' },
          { label: answers.offering, href: `/desk/offerings/${answers.offeringId}/questions` },
          { label: '回答' },
        ]}
      />
      <PageHead title={answers.attendee}>
        {`${answers.number}，${answers.session}，${bookingStatusLabels[answers.status]}`}
      </PageHead>
      <div className="max-w-member">
        <Card pad>
          {nothing ? (
            <EmptyState title="没有回答">可能已到期删除，见数据删除记录。</EmptyState>
          ) : (
            <CaseAnswersPanel answers={answers} reveal={revealAnswersAction} />
          )}
        </Card>
      </div>
    </DeskMain>
  );
}
