import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { VenueSearch, VenueTable } from '@/features/venues/components/venue-table';
import { canManageVenues } from '@/features/venues/policy';
import { listVenues } from '@/features/venues/queries/venues';
import { venueFilter } from '@/features/venues/schema/venue';
import { authorize } from '@/lib/access';
import { openSearch } from '@/lib/auth/search';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '地点' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function VenuesPage({ searchParams }: { searchParams: Search }) {
  const ctx = await requireStaff('/desk/venues');
  authorize(canManageVenues.anywhere(ctx.actor));
  const { filter, wanted, lost } = openSearch(ctx, venueFilter.parse(await searchParams));
  const page = await listVenues(ctx, wanted);
  return (
    <DeskMain>
      <PageHead
        title="地点"
        tools={
          <LinkButton href="/desk/venues/new" variant="secondary" small icon={<Icon name="plus" />}>
            登记地点
          </LinkButton>
        }
      >
        登记一次，排场次时直接选；会员看到地址和地图，同一时间用了两次会提醒。
      </PageHead>
      <VenueSearch filter={filter} words={wanted.q} lost={lost} />
      <VenueTable page={page} filter={filter} />
    </DeskMain>
  );
}
