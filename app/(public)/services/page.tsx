import type { Metadata } from 'next';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { LoadMore } from '@/components/ui/pagination';
import { CatalogueFilters } from '@/features/enrolment/components/catalogue-filters';
import { CatalogueSearch } from '@/features/enrolment/components/catalogue-search';
import { OfferingCards } from '@/features/enrolment/components/offering-cards';
import { listOfferings } from '@/features/enrolment/queries/catalogue';
import { catalogueHref, type FilterPanel } from '@/features/enrolment/rules/catalogue-links';
import { catalogueFilter } from '@/features/enrolment/schema/catalogue';
import { OwnTabPage } from '@/features/notifications/components/own-tab-page';
import { listTowns } from '@/features/organisations/queries/organisations';
import { openSearch } from '@/lib/auth/search';
import { currentCtx } from '@/lib/auth/session';

export const metadata: Metadata = { title: '预约' };

const panels: readonly FilterPanel[] = ['kind', 'when', 'town'];

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function ServicesPage(props: { searchParams: Search }) {
  const [ctx, params] = await Promise.all([currentCtx(), props.searchParams]);
  const { filter, wanted, lost } = openSearch(ctx, catalogueFilter.parse(params));
  const panel = panels.find((p) => p === params.panel) ?? null;
  const [{ offerings, total, now }, towns] = await Promise.all([
    listOfferings(ctx, wanted),
    listTowns(ctx),
  ]);
  const filtered = catalogueHref({ ...filter, page: 1 }) !== '/services';
  const left = total - offerings.length;
  const more = left > 0 ? catalogueHref({ ...filter, page: filter.page + 1 }) : null;
  return (
    <OwnTabPage tab="/services" wide>
      <h1 className="mb-3">预约</h1>
      <div className="lg:grid lg:grid-cols-[260px_minmax(0,1fr)] lg:gap-8">
        <div>
          <CatalogueSearch filter={filter} words={wanted.q} lost={lost} />
          <CatalogueFilters {...{ filter, towns, panel }} />
        </div>
        <div>
          <p role="status" className="mt-3 mb-2 text-secondary text-ink-2 lg:mt-0">
            找到 {total} 项
          </p>
          <OfferingCards offerings={offerings} now={now} />
          {total === 0 && (
            <EmptyState
              icon="calendar"
              title={filtered ? '没有找到符合条件的服务' : '现在没有可以预约的服务'}
              action={
                filtered && (
                  <LinkButton href="/services" variant="secondary">
                    看全部服务
                  </LinkButton>
                )
              }
            >
              {filtered ? '换个类型、日期或地点再找。' : '有新的服务，会排在这里。'}
            </EmptyState>
          )}
          <LoadMore href={more}>{`加载更多（还有 ${left} 项）`}</LoadMore>
        </div>
      </div>
    </OwnTabPage>
  );
}
