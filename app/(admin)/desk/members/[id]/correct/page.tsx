import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Breadcrumbs } from '@/components/ui/tabs';
import { CounterCorrectionForm } from '@/features/corrections/components/counter-form';
import { getCounterForm } from '@/features/corrections/queries/counter-form';
import { EthnicityForm } from '@/features/member-records/components/ethnicity-form';
import { findMemberRecord } from '@/features/member-records/queries/member-record';
import { requireStaff } from '@/lib/auth/session';
import { hasRecentSecondFactor } from '@/lib/auth/step-up';
import { todayOn } from '@/lib/dates';
import { notFoundOnMissing } from '@/lib/http/not-found-on-missing';

export const metadata: Metadata = { title: '当面更正' };

export default async function CounterPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const ctx = await requireStaff(`/desk/members/${id}/correct`);
  const form = await notFoundOnMissing(getCounterForm(ctx, id));
  return (
    <DeskMain>
      <Breadcrumbs
        trail={[
          { label: '会员', href: '/desk/members' },
          { label: form.name, href: `/desk/members/${id}` },
          { label: '当面更正' },
        ]}
      />
      <PageHead title={`当面更正${form.name}的资料`}>
        本人带证件原件在窗口时办理，马上生效，记入操作日志，本人会收到通知。
      </PageHead>
      <CounterCorrectionForm
        form={form}
        confirmed={hasRecentSecondFactor(ctx)}
        today={todayOn(ctx.now)}
      />
      {hasRecentSecondFactor(ctx) && !form.own && (
        <EthnicityForm record={await findMemberRecord(ctx, id)} />
      )}
    </DeskMain>
  );
}
