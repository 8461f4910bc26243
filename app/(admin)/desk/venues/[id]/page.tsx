import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Breadcrumbs } from '@/components/ui/tabs';
import { listTowns } from '@/features/organisations/queries/organisations';
import { VenueForm } from '@/features/venues/components/venue-form';
import {
  CloseVenueForm,
  ReopenVenueForm,
  VenueDone,
} from '@/features/venues/components/venue-state';
import { findManagedVenue } from '@/features/venues/queries/venues';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '修改地点' };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ done?: string }>;
}

export default async function VenuePage({ params, searchParams }: Props) {
  const [{ id }, { done }] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(`/desk/venues/${id}`);
  const venue = await findManagedVenue(ctx, id);
  if (!venue) notFound();
  return (
    <DeskMain>
      <Breadcrumbs trail={[{ label: '地点', href: '/desk/venues' }, { label: venue.name }]} />
      <PageHead title={venue.name}>管理单位：{venue.keeper}</PageHead>
      <VenueDone done={done} />
      {venue.closedAt ? (
        <ReopenVenueForm venue={venue} />
      ) : (
        <div className="flex max-w-form flex-col gap-6">
          <VenueForm venue={venue} towns={await listTowns(ctx)} />
          <CloseVenueForm venue={venue} />
        </div>
      )}
    </DeskMain>
  );
}
