import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { Breadcrumbs } from '@/components/ui/tabs';
import { ListExport } from '@/features/exports/components/list-export';
import { EmployerSearch } from '@/features/organisations/components/employer-search';
import { EmployerTable } from '@/features/organisations/components/employer-table';
import { canManageEmployers, canSeeOrganisations } from '@/features/organisations/policy';
import { listEmployers } from '@/features/organisations/queries/employers';
import { employerFilter } from '@/features/organisations/schema/employer';
import { openSearch } from '@/lib/auth/search';
import { requireStaff } from '@/lib/auth/session';
import { readPortal } from '@/lib/portal/portal';

export const metadata: Metadata = { title: '用人单位' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function EmployersPage({ searchParams }: { searchParams: Search }) {
  const ctx = await requireStaff('/desk/organisations/employers');
  if (!canSeeOrganisations.anywhere(ctx.actor)) notFound();
  const search = await searchParams;
  const { filter, wanted, lost } = openSearch(ctx, employerFilter.parse(search));
  const mayEdit = canManageEmployers.anywhere(ctx.actor);
  const { townWord } = await readPortal();
  return (
    <DeskMain>
      <Breadcrumbs
        trail={[{ label: '组织', href: '/desk/organisations' }, { label: '用人单位' }]}
      />
      <PageHead
        title="用人单位"
        tools={
          mayEdit && (
            <>
              <LinkButton
                href="/desk/organisations/employers/paste"
                variant="secondary"
                small
                icon={<Icon name="copy" />}
              >
                粘贴多家
              </LinkButton>
              <LinkButton
                href="/desk/organisations/employers/new"
                variant="secondary"
                small
                icon={<Icon name="plus" />}
              >
                登记单位
              </LinkButton>
            </>
          )
        }
      >
        职工入会时按单位找工会，没有工会的入{townWord}网上会员之家。
      </PageHead>
      <EmployerSearch filter={filter} words={wanted.q} lost={lost} />
      <EmployerTable page={await listEmployers(ctx, wanted)} filter={filter} mayEdit={mayEdit} />
      <ListExport ctx={ctx} list="employers" search={search} />
    </DeskMain>
  );
}
