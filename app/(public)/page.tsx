import type { Metadata } from 'next';
import { TabPage } from '@/components/layout/member-page';
import { AppLink } from '@/components/ui/app-link';
import { Section } from '@/components/ui/card';
import { Icon } from '@/components/ui/icon';
import { ServiceGrid } from '@/components/ui/service-grid';
import { TodoList } from '@/components/ui/todo-list';
import { ElderActions } from '@/features/configuration/components/elder-actions';
import { HotlineCell } from '@/features/configuration/components/hotline-cell';
import { readPublicSettings } from '@/features/configuration/queries/public-settings';
import { homeServices } from '@/features/configuration/rules/home-services';
import { listNextOfferings, readOwnHome } from '@/features/lifecycle/queries/home';
import { HomeCard } from '@/features/membership/components/home-card';
import { LatestNotices } from '@/features/notifications/components/latest-notices';
import { listNotices } from '@/features/notifications/queries/notices';
import { UpcomingCells } from '@/features/programmes/components/upcoming-cells';
import { currentCtx } from '@/lib/auth/session';
import { greetingAt } from '@/lib/greeting';
import { surnameOf } from '@/lib/person-name';

export const metadata: Metadata = { title: '首页' };

const All = ({ href }: { href: string }) => (
  <AppLink href={href} className="-my-2 inline-flex min-h-target items-center no-underline">
    全部
    <Icon name="chevron-right" className="!size-4" />
  </AppLink>
);

export default async function HomePage() {
  const ctx = await currentCtx();
  const [{ card, applying, todos }, { cards, now }, settings, notices] = await Promise.all([
    readOwnHome(ctx),
    listNextOfferings(ctx),
    readPublicSettings(ctx),
    listNotices(ctx),
  ]);
  const called = card?.name ? `，${surnameOf(card.name)}师傅` : '';
  return (
    <TabPage tab="/" unread={notices.unread} wide>
      <h1>
        {greetingAt(now)}
        {called}
      </h1>
      <div className="mt-3 lg:grid lg:grid-cols-12 lg:gap-8">
        <div className="lg:order-2 lg:col-span-4">
          {/* Whoever has begun to join is shown how it stands, not asked again. */}
          {!applying && <HomeCard card={card} stranger={ctx.actor.kind !== 'account'} />}
          <ElderActions hotline={settings.hotline} />
          {todos.length > 0 && (
            <Section title="我的待办" className={applying ? undefined : 'mt-6'}>
              <TodoList todos={todos} />
            </Section>
          )}
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
            <HotlineCell hotline={settings.hotline} hours={settings.hotlineHours} />
          </Section>
        </div>
      </div>
    </TabPage>
  );
}
