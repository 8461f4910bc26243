import type { Metadata } from 'next';
import { AppLink } from '@/components/ui/app-link';
import { Section } from '@/components/ui/card';
import { CellList } from '@/components/ui/cell-list';
import { Icon } from '@/components/ui/icon';
import { ServiceGrid } from '@/components/ui/service-grid';
import { ElderActions } from '@/features/configuration/components/elder-actions';
import { RecordNumbers } from '@/features/configuration/components/record-numbers';
import { homeServices } from '@/features/configuration/rules/home-services';
import { UpcomingCells } from '@/features/enrolment/components/upcoming-cells';
import { OwnLists } from '@/features/lifecycle/components/own-lists';
import { listNextOfferings, readOwnHome } from '@/features/lifecycle/queries/home';
import { HomeCard } from '@/features/members/components/home-card';
import { LatestNotices } from '@/features/notifications/components/latest-notices';
import { OwnTabPage } from '@/features/notifications/components/own-tab-page';
import { listNotices } from '@/features/notifications/queries/notices';
import { CallCell } from '@/features/organisations/components/call';
import { currentCtx } from '@/lib/auth/session';
import { greetingAt } from '@/lib/calendar/greeting';
import { surnameOf } from '@/lib/china/person-name';
import { readPortal } from '@/lib/portal/portal';

export const metadata: Metadata = { title: '首页' };

const All = ({ href }: { href: string }) => (
  <AppLink href={href} className="-my-2 inline-flex min-h-target items-center no-underline">
    全部
    <Icon name="chevron-right" className="!size-4" />
  </AppLink>
);

export default async function HomePage() {
  const ctx = await currentCtx();
  const [{ card, name, applying, todos }, { cards, now }, { hotline }, notices] = await Promise.all(
    [readOwnHome(ctx), listNextOfferings(ctx), readPortal(), listNotices(ctx)],
  );
  const called = name ? `，${surnameOf(name)}师傅` : '';
  return (
    <OwnTabPage tab="/" unread={notices.unread} wide>
      <h1>
        {greetingAt(now)}
        {called}
      </h1>
      <div className="mt-3 lg:grid lg:grid-cols-12 lg:gap-8">
        <div className="lg:order-2 lg:col-span-4">
          {/* Whoever has begun to join is shown how it stands, not asked again. */}
          {!applying && <HomeCard card={card} stranger={ctx.actor.kind !== 'account'} />}
          <ElderActions hotline={hotline} />
          <OwnLists todos={todos} first={applying} />
          <LatestNotices items={notices.items.slice(0, 3)} now={now} />
        </div>
        <div className="mt-6 lg:order-1 lg:col-span-8 lg:mt-0">
          <Section title="找服务" more={<All href="/help" />}>
            <ServiceGrid services={homeServices} />
          </Section>
          <Section title="近期活动" more={<All href="/services" />}>
            <UpcomingCells cards={cards} now={now} />
          </Section>
          <Section>
            <CellList>
              <CallCell />
            </CellList>
          </Section>
        </div>
      </div>
      <RecordNumbers />
    </OwnTabPage>
  );
}
