import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Notice } from '@/components/ui/notice';
import { Breadcrumbs } from '@/components/ui/tabs';
import { MembershipCasePanel } from '@/features/transfers/components/membership-case';
import { getMembershipCase } from '@/features/transfers/queries/membership-cases';
import { caseKindLabels } from '@/features/transfers/rules/membership-cases';
import { transferPageQuery } from '@/features/transfers/schema/two-sides';
import { requireStaff } from '@/lib/auth/session';
import { hasRecentSecondFactor } from '@/lib/auth/step-up';

export const metadata: Metadata = { title: '自动退会、除名' };

export default async function MembershipCasePage({
  params,
  searchParams,
}: PageProps<'/desk/transfers/cases/[id]'>) {
  const { id } = await params;
  const { done } = transferPageQuery.parse(await searchParams);
  const ctx = await requireStaff(`/desk/transfers/cases/${id}`);
  const view = await getMembershipCase(ctx, id);
  const title = `${view.name ?? '会员'}：${caseKindLabels[view.kind]}`;
  return (
    <DeskMain>
      <Breadcrumbs trail={[{ label: '会籍登记', href: '/desk/transfers' }, { label: title }]} />
      <PageHead title={title} />
      {done && (
        <Notice tone="success" live className="mb-4">
          已登记。
        </Notice>
      )}
      <MembershipCasePanel view={view} confirmed={hasRecentSecondFactor(ctx)} />
    </DeskMain>
  );
}
