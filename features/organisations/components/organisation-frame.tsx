import type { ReactNode } from 'react';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Breadcrumbs } from '@/components/ui/tabs';
import type { Organisation } from '../queries/organisations';

/** A page about one organisation: the way back to it, and what is done to it here. */
export function OrganisationFrame({
  organisation: { id, shortName },
  doing,
  children,
}: {
  organisation: Organisation;
  doing: string;
  children: ReactNode;
}) {
  return (
    <DeskMain>
      <Breadcrumbs
        trail={[
          { label: '组织', href: '/desk/organisations' },
          { label: shortName, href: `/desk/organisations?id=${id}` },
          { label: doing },
        ]}
      />
      <PageHead title={`${doing}：${shortName}`} />
      {children}
    </DeskMain>
  );
}
