import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { MoveOrganisationForm } from '@/features/lifecycle/components/move-form';
import { OrganisationFrame } from '@/features/organisations/components/organisation-frame';
import { canManageOrganisations } from '@/features/organisations/policy';
import { findManaged } from '@/features/organisations/queries/managed';
import { listTree } from '@/features/organisations/queries/tree';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '调整上级' };

export default async function MoveOrganisationPage({
  params,
}: {
  params: Promise<{ id: string }>;
}) {
  const { id } = await params;
  const ctx = await requireStaff(`/desk/organisations/${id}/move`);
  const organisation = await findManaged(ctx, id);
  if (!organisation?.parentId) notFound();
  const tree = await listTree(ctx, canManageOrganisations.organisationsOf(ctx.actor));
  return (
    <OrganisationFrame organisation={organisation} doing="调整上级">
      <MoveOrganisationForm organisation={organisation} tree={tree} />
    </OrganisationFrame>
  );
}
