import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Breadcrumbs } from '@/components/ui/tabs';
import { getDeskOffering } from '@/features/offerings/queries/desk-offering';
import { listConditionChoices } from '@/features/offerings/queries/form-choices';
import { changeOfferingAction } from '@/features/scheduling/actions';
import { OfferingForm } from '@/features/scheduling/components/desk-offering-form';
import { formValuesOf } from '@/features/scheduling/rules/offering-form';
import { requireStaff } from '@/lib/auth/session';
import { KindFields } from '../../kind-fields';

export const metadata: Metadata = { title: '修改服务' };

export default async function EditOfferingPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const ctx = await requireStaff(`/desk/offerings/${id}/edit`);
  const offering = await getDeskOffering(ctx, id);
  const back = `/desk/offerings/${id}/settings`;
  if (offering.status === 'finished' || offering.status === 'cancelled') redirect(back);
  return (
    <DeskMain>
      <Breadcrumbs
        trail={[
          { label: '服务与活动', href: '/desk/offerings' },
          { label: offering.title, href: back },
          { label: '修改' },
        ]}
      />
      <PageHead title="修改内容" />
      <div className="max-w-[720px]">
        <OfferingForm
          action={changeOfferingAction}
          kind={offering.kind}
          values={formValuesOf(offering)}
          choices={await listConditionChoices(ctx)}
          stored={offering}
          backHref={back}
        >
          <KindFields kind={offering.kind} />
        </OfferingForm>
      </div>
    </DeskMain>
  );
}
