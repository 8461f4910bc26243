import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Breadcrumbs } from '@/components/ui/tabs';
import { canManageOfferings } from '@/features/offerings/policy';
import { listConditionChoices, listOrganisers } from '@/features/offerings/queries/form-choices';
import { offeringKindLabels } from '@/features/offerings/schema/offering';
import { PlanForm } from '@/features/planning/components/plan-form';
import { openEarlier, openTemplate } from '@/features/planning/queries/plan-form';
import { planQuery } from '@/features/planning/schema/plan-offering';
import { listVenueChoices } from '@/features/venues/queries/venues';
import { authorize } from '@/lib/access';
import { requireStaff } from '@/lib/auth/session';
import { notFoundOnMissing } from '@/lib/http/not-found-on-missing';
import { newId } from '@/lib/ids';

export const metadata: Metadata = { title: '新建服务' };

export default async function PlanPage({ searchParams }: { searchParams: Promise<unknown> }) {
  const ctx = await requireStaff('/desk/offerings/new/plan');
  const { kind, template, like } = planQuery.parse(await searchParams);
  if (!kind && !like) notFound();
  if (kind) authorize(canManageOfferings[kind].anywhere(ctx.actor));
  const opened = like
    ? await notFoundOnMissing(openEarlier(ctx, like))
    : await openTemplate(ctx, kind ?? 'training', template ?? null);
  const [organisers, venues, choices] = await Promise.all([
    listOrganisers(ctx, opened.kind),
    listVenueChoices(ctx),
    listConditionChoices(ctx),
  ]);
  return (
    <DeskMain>
      <Breadcrumbs
        trail={[
          { label: '服务与活动', href: '/desk/offerings' },
          { label: '新建服务', href: '/desk/offerings/new' },
          { label: offeringKindLabels[opened.kind] },
        ]}
      />
      <PageHead title={`新建${offeringKindLabels[opened.kind]}`}>
        {opened.earlier ? `照“${opened.earlier.title}”。` : ''}先存成草稿，核对后再发布。
      </PageHead>
      <PlanForm {...{ opened, template, organisers, venues, choices }} stamp={newId()} />
    </DeskMain>
  );
}
