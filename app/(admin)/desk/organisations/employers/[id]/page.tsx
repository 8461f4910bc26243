import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Breadcrumbs } from '@/components/ui/tabs';
import { EmployerForm } from '@/features/organisations/components/employer-form';
import { listEmployerChoices } from '@/features/organisations/queries/employer-choices';
import { findEditableEmployer } from '@/features/organisations/queries/employers';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '修改单位' };

export default async function EditEmployerPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const ctx = await requireStaff(`/desk/organisations/employers/${id}`);
  const employer = await findEditableEmployer(ctx, id);
  if (!employer) notFound();
  return (
    <DeskMain>
      <Breadcrumbs
        trail={[
          { label: '组织', href: '/desk/organisations' },
          { label: '用人单位', href: '/desk/organisations/employers' },
          { label: employer.name },
        ]}
      />
      <PageHead title="修改单位" />
      <EmployerForm employer={employer} {...(await listEmployerChoices(ctx))} />
    </DeskMain>
  );
}
