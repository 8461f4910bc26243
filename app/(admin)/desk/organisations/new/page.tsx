import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Breadcrumbs } from '@/components/ui/tabs';
import { CreateOrganisationForm } from '@/features/organisations/components/create-form';
import { canManageOrganisations } from '@/features/organisations/policy';
import { getOrganisation } from '@/features/organisations/queries/organisations';
import { readTreeScreen } from '@/features/organisations/queries/screen';
import { requireStaff } from '@/lib/auth/session';
import { newId } from '@/lib/ids';

export const metadata: Metadata = { title: '新建组织' };

type Search = Promise<{ parent?: string }>;

export default async function NewOrganisationPage({ searchParams }: { searchParams: Search }) {
  const { parent } = await searchParams;
  const ctx = await requireStaff('/desk/organisations');
  const screen = await readTreeScreen(ctx, typeof parent === 'string' ? parent : undefined);
  const path = screen?.trail.map((node) => node.id) ?? [];
  if (!screen || screen.selected.closed || !canManageOrganisations(ctx.actor, path)) notFound();
  const above = await getOrganisation(ctx, screen.selected.id);
  return (
    <DeskMain>
      <Breadcrumbs
        trail={[
          { label: '组织', href: '/desk/organisations' },
          { label: above.shortName, href: `/desk/organisations?id=${above.id}` },
          { label: '新建' },
        ]}
      />
      <PageHead title={`在${above.shortName}下新建组织`} />
      <CreateOrganisationForm parent={above} stamp={newId()} />
    </DeskMain>
  );
}
