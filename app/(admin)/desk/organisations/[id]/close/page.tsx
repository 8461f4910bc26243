import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CloseOrganisationForm } from '@/features/lifecycle/components/close-organisation-form';
import { OrganisationFrame } from '@/features/organisations/components/organisation-frame';
import { findManaged } from '@/features/organisations/queries/managed';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '撤销组织' };

export default async function CloseOrganisationPage({
  params,
}: {
  params: Promise<{ id: string }>;
}) {
  const { id } = await params;
  const organisation = await findManaged(await requireStaff(`/desk/organisations/${id}/close`), id);
  if (!organisation?.parentId) notFound();
  return (
    <OrganisationFrame organisation={organisation} doing="撤销组织">
      <CloseOrganisationForm id={id} version={organisation.version} />
    </OrganisationFrame>
  );
}
