import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Breadcrumbs } from '@/components/ui/tabs';
import { AffairsPanel } from '@/features/founding/components/affairs-panel';
import { listAffairs } from '@/features/founding/queries/affairs';
import { canSeeMembers } from '@/features/members/policy';
import { OfficesView } from '@/features/offices/components/offices-view';
import { findOffices } from '@/features/offices/queries/offices';
import { organisationPath } from '@/features/organisations/queries/scope';
import { requireStaff } from '@/lib/auth/session';
import { newId } from '@/lib/ids';

export const metadata: Metadata = { title: '任期和任职' };

export default async function OfficesPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const ctx = await requireStaff(`/desk/organisations/${id}/offices`);
  const screen = await findOffices(ctx, id);
  if (!screen) notFound();
  const mayOpen = canSeeMembers(ctx.actor, await organisationPath(ctx, id));
  return (
    <DeskMain>
      <Breadcrumbs
        trail={[
          { label: '组织', href: '/desk/organisations' },
          { label: screen.union.shortName, href: `/desk/organisations?id=${id}` },
          { label: '任期和任职' },
        ]}
      />
      <PageHead title="任期和任职">{screen.union.name}</PageHead>
      <OfficesView screen={screen} mayOpen={mayOpen} stamps={{ ask: newId(), answer: newId() }}>
        <AffairsPanel
          organisationId={id}
          affairs={await listAffairs(ctx, id)}
          mayBegin={screen.mayKeep}
          today={screen.today}
          stamp={newId()}
        />
      </OfficesView>
    </DeskMain>
  );
}
