import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Breadcrumbs } from '@/components/ui/tabs';
import { getDeskOffering } from '@/features/offerings/queries/desk-offering';
import { addSlotsAction } from '@/features/scheduling/actions';
import { SlotsForm } from '@/features/scheduling/components/desk-slots-form';
import { requireStaff } from '@/lib/auth/session';
import { newId } from '@/lib/ids';

export const metadata: Metadata = { title: '批量生成半天时段' };

export default async function SlotsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const ctx = await requireStaff(`/desk/offerings/${id}/sessions/slots`);
  const offering = await getDeskOffering(ctx, id);
  if (offering.kind !== 'screening') notFound();
  const back = `/desk/offerings/${id}/settings`;
  return (
    <DeskMain>
      <Breadcrumbs
        trail={[
          { label: '服务与活动', href: '/desk/offerings' },
          { label: offering.title, href: back },
          { label: '半天时段' },
        ]}
      />
      <PageHead title="批量生成半天时段">每家医院填一次。已有的时段不会重复生成。</PageHead>
      <div className="max-w-form">
        <SlotsForm
          action={addSlotsAction}
          offeringId={id}
          idempotencyKey={newId()}
          backHref={back}
        />
      </div>
    </DeskMain>
  );
}
