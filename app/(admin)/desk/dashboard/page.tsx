import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { DashboardView } from '@/features/desk/components/dashboard-view';
import { readDashboard } from '@/features/desk/queries/dashboard';
import { caseKindsOf } from '@/features/desk/queries/inbox-screen';
import { dashboardFilter } from '@/features/desk/schema/dashboard';
import { canReviewApplication, canSeeMembers } from '@/features/members/policy';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '看板' };

export default async function DashboardPage({ searchParams }: PageProps<'/desk/dashboard'>) {
  const ctx = await requireStaff('/desk/dashboard');
  const reviews = caseKindsOf(ctx).length > 0;
  const seesMembers = canSeeMembers.anywhere(ctx.actor);
  if (!reviews && !seesMembers) forbidden();
  const { range } = dashboardFilter.parse(await searchParams);
  const figures = await readDashboard(ctx, range);
  return (
    <DeskMain>
      <DashboardView
        figures={figures}
        range={range}
        reviews={reviews}
        answersApplications={canReviewApplication.anywhere(ctx.actor)}
        seesMembers={seesMembers}
      />
    </DeskMain>
  );
}
