import type { Metadata } from 'next';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { EmptyState } from '@/components/ui/empty-state';
import { LoadMore } from '@/components/ui/pagination';
import { noticesQuery } from '@/features/identity/schema/pages';
import { MarkAllRead } from '@/features/notifications/components/mark-all-read';
import { NoticeList } from '@/features/notifications/components/notice-list';
import { listNotices } from '@/features/notifications/queries/notices';
import { requireMember } from '@/lib/auth/session';

export const metadata: Metadata = { title: '通知' };

export default async function NoticesPage({ searchParams }: PageProps<'/me/notices'>) {
  const ctx = await requireMember('/me/notices');
  const { shown } = noticesQuery.parse(await searchParams);
  const { items, more, unread } = await listNotices(ctx, shown);
  return (
    <FlowPage backHref="/me" backLabel="我的">
      <PageHead title="通知" tools={unread > 0 && <MarkAllRead />}>
        {unread > 0 ? `${unread} 条未读` : '全部已读'}
      </PageHead>
      {items.length > 0 ? (
        <NoticeList items={items} now={ctx.now} />
      ) : (
        <EmptyState icon="bell" title="还没有通知">
          申请和预约有结果时，会在这里告诉您。
        </EmptyState>
      )}
      <LoadMore href={more ? `/me/notices?shown=${items.length}` : null} />
    </FlowPage>
  );
}
