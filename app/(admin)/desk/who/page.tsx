import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { PrintButton } from '@/components/ui/print-button';
import { Breadcrumbs } from '@/components/ui/tabs';
import { WhoMay } from '@/features/identity/components/who-may';
import { listResponsible } from '@/features/identity/queries/responsible';
import { canSeeOrganisations } from '@/features/organisations/policy';
import { findOrganisation } from '@/features/organisations/queries/organisations';
import { authorize } from '@/lib/access';
import { requireStaff } from '@/lib/auth/session';
import { isUuid } from '@/lib/ids';
import { one } from '@/lib/one';
import { everyPermission } from '../../every-permission';

export const metadata: Metadata = { title: '谁可以做什么' };

export default async function WhoPage({ searchParams }: PageProps<'/desk/who'>) {
  const ctx = await requireStaff('/desk/who');
  const own = canSeeOrganisations.organisationsOf(ctx.actor);
  authorize(own.length > 0);
  const id = one((await searchParams).id) ?? own[0] ?? '';
  const organisation = isUuid(id) ? await findOrganisation(ctx, id) : null;
  if (!organisation) notFound();
  const people = await listResponsible(ctx, id);
  return (
    <DeskMain>
      <Breadcrumbs
        trail={[{ label: '组织', href: `/desk/organisations?id=${id}` }, { label: '谁可以做什么' }]}
      />
      <PageHead title="谁可以做什么" tools={<PrintButton variant="secondary">打印</PrintButton>}>
        {organisation.name}：在本级和上级担任角色的人，最近的在前
      </PageHead>
      <div className="max-w-[960px]">
        <WhoMay permissions={everyPermission()} people={people} here={id} />
      </div>
    </DeskMain>
  );
}
