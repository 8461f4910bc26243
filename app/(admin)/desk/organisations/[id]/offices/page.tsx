import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Breadcrumbs } from '@/components/ui/tabs';
import { canSeeMembers } from '@/features/members/policy';
import { OfficesView } from '@/features/offices/components/offices-view';
import { findOffices } from '@/features/offices/queries/offices';
import { organisationPath } from '@/features/organisations/queries/scope';
import { requireStaff } from '@/lib/auth/session';

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
      <OfficesView screen={screen} mayOpen={mayOpen} />
    </DeskMain>
  );
}
