import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Section } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { Breadcrumbs } from '@/components/ui/tabs';
import { AppealCase } from '@/features/absences/components/appeal-case';
import { AppealTable } from '@/features/absences/components/appeal-desk';
import { answersAppeals, listAppeals, openAppeal } from '@/features/absences/queries/desk-appeals';
import { appealFilter } from '@/features/absences/schema';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '爽约申诉' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function AppealsPage({ searchParams }: { searchParams: Search }) {
  const ctx = await requireStaff('/desk/appeals');
  if (!answersAppeals(ctx.actor)) notFound();
  const search = await searchParams;
  const { case: chosen } = appealFilter.parse(search);
  if (chosen) {
    const appeal = await openAppeal(ctx, chosen);
    return (
      <DeskMain>
        <Breadcrumbs
          trail={[{ label: '爽约申诉', href: '/desk/appeals' }, { label: appeal.number }]}
        />
        <PageHead title={`${appeal.attendee}的申诉`} />
        <AppealCase appeal={appeal} />
      </DeskMain>
    );
  }
  const { waiting, answered, now } = await listAppeals(ctx);
  return (
    <DeskMain>
      <PageHead title="爽约申诉">申诉成立就不计爽约，限制马上解除。答复会通知本人。</PageHead>
      {search.done && (
        <Notice tone="success" className="mb-4" live>
          已答复，已通知本人。
        </Notice>
      )}
      <AppealTable caption="待答复的申诉" lines={waiting} now={now} />
      {answered.length > 0 && (
        <Section title="最近答复">
          <AppealTable caption="最近答复" lines={answered} now={now} />
        </Section>
      )}
    </DeskMain>
  );
}
