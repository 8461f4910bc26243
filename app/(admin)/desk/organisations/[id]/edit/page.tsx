import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Cell, CellList } from '@/components/ui/cell-list';
import { EditOrganisationForm } from '@/features/organisations/components/edit-form';
import { OrganisationFrame } from '@/features/organisations/components/organisation-frame';
import { findManaged } from '@/features/organisations/queries/managed';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '修改组织' };

export default async function EditOrganisationPage({
  params,
}: {
  params: Promise<{ id: string }>;
}) {
  const { id } = await params;
  const organisation = await findManaged(await requireStaff(`/desk/organisations/${id}/edit`), id);
  if (!organisation) notFound();
  return (
    <OrganisationFrame organisation={organisation} doing="修改信息">
      <EditOrganisationForm organisation={organisation} />
      {organisation.parentId && (
        <CellList className="mt-8 max-w-form">
          <Cell title="调整上级" href={`/desk/organisations/${id}/move`} />
          <Cell title="撤并组织" href={`/desk/organisations/${id}/close`} />
        </CellList>
      )}
    </OrganisationFrame>
  );
}
