import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Disclosure, Disclosures } from '@/components/ui/disclosure';
import { Breadcrumbs } from '@/components/ui/tabs';
import { CloseOrganisationForm } from '@/features/lifecycle/components/close-organisation-form';
import { EditOrganisationForm } from '@/features/organisations/components/edit-form';
import { MoveOrganisationForm } from '@/features/organisations/components/move-form';
import { canManageOrganisations } from '@/features/organisations/policy';
import { getOrganisation } from '@/features/organisations/queries/organisations';
import { readTreeScreen } from '@/features/organisations/queries/screen';
import { listTree } from '@/features/organisations/queries/tree';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '修改组织' };

export default async function EditOrganisationPage({
  params,
}: {
  params: Promise<{ id: string }>;
}) {
  const { id } = await params;
  const ctx = await requireStaff(`/desk/organisations/${id}/edit`);
  const screen = await readTreeScreen(ctx, id);
  const path = screen?.trail.map((node) => node.id) ?? [];
  if (!screen || screen.selected.closed || !canManageOrganisations(ctx.actor, path)) notFound();
  const [organisation, tree] = await Promise.all([
    getOrganisation(ctx, id),
    listTree(ctx, canManageOrganisations.organisationsOf(ctx.actor)),
  ]);
  return (
    <DeskMain>
      <Breadcrumbs
        trail={[
          { label: '组织', href: '/desk/organisations' },
          { label: organisation.shortName, href: `/desk/organisations?id=${id}` },
          { label: '修改' },
        ]}
      />
      <PageHead title={`修改${organisation.shortName}`} />
      <EditOrganisationForm organisation={organisation} />
      {organisation.parentId && (
        <div className="mt-8 max-w-form">
          <Disclosures>
            <Disclosure summary="调整上级">
              <MoveOrganisationForm organisation={organisation} tree={tree} />
            </Disclosure>
            <Disclosure summary="撤销组织">
              <CloseOrganisationForm id={id} version={organisation.version} />
            </Disclosure>
          </Disclosures>
        </div>
      )}
    </DeskMain>
  );
}
