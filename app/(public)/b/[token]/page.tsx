import type { Metadata } from 'next';
import { FlowPage } from '@/components/layout/member-page';
import { FactList } from '@/components/ui/cell-list';
import { ResultPage } from '@/components/ui/result-page';
import { findBookingByLink } from '@/features/bookings/queries/booking-check';
import { bookingStatusLabels } from '@/features/bookings/rules/booking';
import { SessionWhen } from '@/features/offerings/components/session-when';
import { bookedTimes } from '@/features/offerings/rules/meetings';
import { currentCtx } from '@/lib/auth/session';

export const metadata: Metadata = { title: '核对预约码', robots: { index: false } };

/** What whoever stands at the door sees after scanning a booking's code. */
export default async function CheckBooking({ params }: { params: Promise<{ token: string }> }) {
  const [ctx, { token }] = await Promise.all([currentCtx(), params]);
  const found = await findBookingByLink(ctx, token);
  const good = found?.status === 'booked' || found?.status === 'attended';
  return (
    <FlowPage backHref="/" backLabel="首页">
      {found ? (
        <>
          <ResultPage
            tone={good ? 'success' : 'error'}
            title={good ? '预约有效' : `预约${bookingStatusLabels[found.status]}，不能入场`}
            reference={found.number}
          />
          <FactList
            facts={[
              { label: '姓名', value: found.attendeeMasked },
              { label: '服务', value: [found.title, found.session].filter(Boolean).join(' · ') },
              { label: '时间', value: <SessionWhen at={bookedTimes(found)} now={ctx.now} /> },
              { label: '地点', value: found.place },
            ]}
          />
        </>
      ) : (
        <ResultPage tone="error" title="预约码无效或已过期">
          请本人打开“我的预约”重新出示。
        </ResultPage>
      )}
    </FlowPage>
  );
}
