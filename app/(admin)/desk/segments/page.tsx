import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { canSeeMembers } from '@/features/members/policy';
import { SegmentTable } from '@/features/segments/components/segment-table';
import { canManageSegments } from '@/features/segments/policy';
import { listSegments } from '@/features/segments/queries/segments';
import { segmentFilter } from '@/features/segments/schema/segment';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '人群' };

export default async function SegmentsPage({ searchParams }: PageProps<'/desk/segments'>) {
  const ctx = await requireStaff('/desk/segments');
  if (!canSeeMembers.anywhere(ctx.actor)) forbidden();
  const filter = segmentFilter.parse(await searchParams);
  const found = await listSegments(ctx, filter);
  return (
    <DeskMain>
      <PageHead
        title="人群"
        tools={
          canManageSegments.anywhere(ctx.actor) && (
            <LinkButton
              href="/desk/segments/new"
              variant="secondary"
              small
              icon={<Icon name="plus" />}
            >
              建人群
            </LinkButton>
          )
        }
      >
        存下来的会员条件，随时按最新资料算。上级建的也能用，只看到自己管的会员。
      </PageHead>
      <SegmentTable found={found} filter={filter} />
    </DeskMain>
  );
}
