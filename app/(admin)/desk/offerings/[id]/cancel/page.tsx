import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Breadcrumbs } from '@/components/ui/tabs';
import { openCount } from '@/features/bookings/queries/booking-counts';
import { getDeskOffering } from '@/features/offerings/queries/desk-offering';
import { canMoveOffering } from '@/features/offerings/rules/offering';
import { cancelOfferingAction } from '@/features/scheduling/actions';
import { CancelForm } from '@/features/scheduling/components/desk-cancel-form';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '取消服务' };

export default async function CancelOfferingPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const ctx = await requireStaff(`/desk/offerings/${id}/cancel`);
  const offering = await getDeskOffering(ctx, id);
  const back = `/desk/offerings/${id}/settings`;
  if (!canMoveOffering(offering.status, 'cancelled')) redirect(back);
  return (
    <DeskMain>
      <Breadcrumbs
        trail={[
          { label: '服务与活动', href: '/desk/offerings' },
          { label: offering.title, href: back },
          { label: '取消' },
        ]}
      />
      <PageHead title={`取消“${offering.title}”`} />
      <div className="max-w-form">
        <CancelForm
          action={cancelOfferingAction}
          fields={{ offeringId: id, version: String(offering.version) }}
          people={openCount(offering)}
          button="取消服务"
          backHref={back}
        />
      </div>
    </DeskMain>
  );
}
