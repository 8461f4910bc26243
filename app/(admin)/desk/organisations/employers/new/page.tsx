import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Breadcrumbs } from '@/components/ui/tabs';
import { EmployerForm } from '@/features/organisations/components/employer-form';
import { canManageEmployers } from '@/features/organisations/policy';
import { listEmployerChoices } from '@/features/organisations/queries/employer-choices';
import { requireStaff } from '@/lib/auth/session';
import { newId } from '@/lib/ids';

export const metadata: Metadata = { title: '登记单位' };

export default async function NewEmployerPage() {
  const ctx = await requireStaff('/desk/organisations/employers/new');
  if (!canManageEmployers.anywhere(ctx.actor)) notFound();
  return (
    <DeskMain>
      <Breadcrumbs
        trail={[
          { label: '组织', href: '/desk/organisations' },
          { label: '用人单位', href: '/desk/organisations/employers' },
          { label: '登记' },
        ]}
      />
      <PageHead title="登记单位" />
      <EmployerForm {...(await listEmployerChoices(ctx))} stamp={newId()} />
    </DeskMain>
  );
}
