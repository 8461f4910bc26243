import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Section } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { Breadcrumbs } from '@/components/ui/tabs';
import { canDecideScreening } from '@/features/bookings/policy';
import { ReturnCase, ReturnTable } from '@/features/screening/components/return-desk';
import { listReturns, openReturn } from '@/features/screening/queries/desk-returns';
import { returnFilter } from '@/features/screening/schema/return-visit';
import { requireStaff } from '@/lib/auth/session';
import { notFoundOnMissing } from '@/lib/http/not-found-on-missing';

export const metadata: Metadata = { title: '复查核实' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function ReturnsPage({ searchParams }: { searchParams: Search }) {
  const ctx = await requireStaff('/desk/returns');
  if (!canDecideScreening.anywhere(ctx.actor)) notFound();
  const search = await searchParams;
  const { case: chosen } = returnFilter.parse(search);
  if (chosen) {
    const found = await notFoundOnMissing(openReturn(ctx, chosen));
    return (
      <DeskMain>
        <Breadcrumbs
          trail={[{ label: '复查核实', href: '/desk/returns' }, { label: found.attendee }]}
        />
        <PageHead title={`${found.attendee}说医院通知再来`} />
        <ReturnCase found={found} />
      </DeskMain>
    );
  }
  const { waiting, answered, now } = await listReturns(ctx);
  return (
    <DeskMain>
      <PageHead title="复查核实">核实属实的，这一轮不受间隔限制。结果会通知本人。</PageHead>
      {search.done && (
        <Notice tone="success" className="mb-4" live>
          已答复，已通知本人。
        </Notice>
      )}
      <ReturnTable caption="等待核实" lines={waiting} now={now} />
      {answered.length > 0 && (
        <Section title="最近答复">
          <ReturnTable caption="最近答复" lines={answered} now={now} />
        </Section>
      )}
    </DeskMain>
  );
}
