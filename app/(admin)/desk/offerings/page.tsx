import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { LinkButton } from '@/components/ui/link-button';
import { offeringFilter } from '@/features/bookings/schema/desk-filter';
import { ListExport } from '@/features/exports/components/list-export';
import { managedKinds } from '@/features/offerings/queries/desk-scope';
import { OfferingFilters, OfferingList } from '@/features/scheduling/components/desk-offering-list';
import { listDeskOfferings } from '@/features/scheduling/queries/desk-offerings';
import { authorize } from '@/lib/access';
import { openSearch } from '@/lib/auth/search';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '服务与活动' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function DeskOfferingsPage({ searchParams }: { searchParams: Search }) {
  const ctx = await requireStaff('/desk/offerings');
  const kinds = managedKinds(ctx.actor);
  authorize(kinds.length > 0);
  const search = await searchParams;
  const { filter, wanted, lost } = openSearch(ctx, offeringFilter.parse(search));
  const { items, next } = await listDeskOfferings(ctx, wanted);
  return (
    <DeskMain>
      <PageHead
        title="服务与活动"
        tools={
          <LinkButton small href="/desk/offerings/new">
            新建服务
          </LinkButton>
        }
      />
      <OfferingFilters filter={filter} words={wanted.q} lost={lost} kinds={kinds} />
      <OfferingList items={items} next={next} filter={filter} now={ctx.now} />
      <ListExport ctx={ctx} list="offerings" search={search} />
    </DeskMain>
  );
}
