import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Breadcrumbs } from '@/components/ui/tabs';
import { canSeeMembers } from '@/features/members/policy';
import { SecondmentTable } from '@/features/secondments/components/secondment-table';
import { listSecondments } from '@/features/secondments/queries/secondments';
import { secondmentQuery } from '@/features/secondments/schema';
import { authorize } from '@/lib/access';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '借调' };

export default async function SecondmentsPage({ searchParams }: PageProps<'/desk/secondments'>) {
  const ctx = await requireStaff('/desk/secondments');
  authorize(canSeeMembers.anywhere(ctx.actor));
  const { view, page } = secondmentQuery.parse(await searchParams);
  const over = view === 'over';
  return (
    <DeskMain>
      <Breadcrumbs trail={[{ label: '会员', href: '/desk/members' }, { label: '借调' }]} />
      <PageHead title="借调">本工会借出的，和借调到本工会的。会籍不动。</PageHead>
      <SecondmentTable page={await listSecondments(ctx, { over, page })} over={over} />
    </DeskMain>
  );
}
