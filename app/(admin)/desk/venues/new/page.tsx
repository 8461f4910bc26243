import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Breadcrumbs } from '@/components/ui/tabs';
import { listOrganisationChoices } from '@/features/organisations/queries/organisation-choices';
import { listTowns } from '@/features/organisations/queries/organisations';
import { VenueForm } from '@/features/venues/components/venue-form';
import { canManageVenues } from '@/features/venues/policy';
import { authorize } from '@/lib/access';
import { requireStaff } from '@/lib/auth/session';
import { newId } from '@/lib/ids';

export const metadata: Metadata = { title: '登记地点' };

export default async function NewVenuePage() {
  const ctx = await requireStaff('/desk/venues/new');
  authorize(canManageVenues.anywhere(ctx.actor));
  const keepers = await listOrganisationChoices(ctx, canManageVenues.organisationsOf(ctx.actor));
  return (
    <DeskMain>
      <Breadcrumbs trail={[{ label: '地点', href: '/desk/venues' }, { label: '登记' }]} />
      <PageHead title="登记地点" />
      <VenueForm towns={await listTowns(ctx)} keepers={keepers} stamp={newId()} />
    </DeskMain>
  );
}
