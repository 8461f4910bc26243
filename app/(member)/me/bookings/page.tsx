import type { Metadata } from 'next';
import { CellList } from '@/components/ui/cell-list';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { LoadMore } from '@/components/ui/pagination';
import { Tabs } from '@/components/ui/tabs';
import { MyBookingCell } from '@/features/bookings/components/my-booking-cell';
import { listPast, listUpcoming } from '@/features/bookings/queries/my-bookings';
import { OwnTabPage } from '@/features/notifications/components/own-tab-page';
import { requireMember } from '@/lib/auth/session';

export const metadata: Metadata = { title: '我的预约' };

const STEP = 20;

interface Props {
  searchParams: Promise<{ view?: string; show?: string }>;
}

export default async function MyBookings({ searchParams }: Props) {
  const ctx = await requireMember('/me/bookings');
  const { view, show } = await searchParams;
  const past = view === 'past';
  const limit = Math.min(Math.max(Number(show) || STEP, STEP), 400);
  const found = past ? await listPast(ctx, limit + 1) : await listUpcoming(ctx, limit + 1);
  const bookings = found.slice(0, limit);
  const here = past ? '/me/bookings?view=past&show=' : '/me/bookings?show=';
  return (
    <OwnTabPage tab="/me">
      <h1 className="mb-3">我的预约</h1>
      <Tabs
        label="我的预约"
        tabs={[
          { label: '进行中和将要开始', href: '/me/bookings', current: !past },
          { label: '已结束和已取消', href: '/me/bookings?view=past', current: past },
        ]}
      />
      {bookings.length === 0 ? (
        <EmptyState
          icon="calendar"
          title={past ? '还没有过去的预约' : '还没有预约'}
          action={
            <LinkButton href="/services" variant="secondary">
              去看看服务
            </LinkButton>
          }
        />
      ) : (
        <CellList>
          {bookings.map((booking) => (
            <MyBookingCell key={booking.id} booking={booking} now={ctx.now} />
          ))}
        </CellList>
      )}
      <LoadMore href={found.length > limit ? `${here}${limit + STEP}` : null} />
    </OwnTabPage>
  );
}
