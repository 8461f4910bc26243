import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Breadcrumbs } from '@/components/ui/tabs';
import { WithoutTermTable } from '@/features/offices/components/without-term-table';
import { canSeeOffices } from '@/features/offices/policy';
import { listWithoutTerm } from '@/features/offices/queries/without-term';
import { listPage } from '@/features/offices/schema/ends';
import { authorize } from '@/lib/access';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '未登记任期的工会' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function MissingTermsPage({ searchParams }: { searchParams: Search }) {
  const ctx = await requireStaff('/desk/terms/missing');
  authorize(canSeeOffices.anywhere(ctx.actor));
  const { page } = listPage.parse(await searchParams);
  return (
    <DeskMain>
      <Breadcrumbs
        trail={[{ label: '任期与证书到期', href: '/desk/terms' }, { label: '未登记任期的工会' }]}
      />
      <PageHead title="未登记任期的工会">
        系统启用前成立的，照最近一次批复登记一届，到期前才会提醒。
      </PageHead>
      <WithoutTermTable list={await listWithoutTerm(ctx, page)} />
    </DeskMain>
  );
}
