import { Card } from '@/components/ui/card';
import { Checks } from '@/components/ui/checks';
import { Countdown } from '@/components/ui/countdown';
import { EmptyState, Skeleton } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { Badge } from '@/components/ui/tag';
import { bookingStatuses } from '@/db/schema/enums';
import { ApplicationTag } from '@/features/applications/components/application-tag';
import { type ApplicationStatus, statusLabels } from '@/features/applications/rules/transitions';
import { BookingTag } from '@/features/bookings/components/status-tag';
import { SeatMeter } from '@/features/offerings/components/seat-meter';
import { Shelf, Story } from './story';

export function StatusStories() {
  return (
    <Shelf title="状态与提示">
      <Story name="办件和预约状态">
        <p className="flex flex-wrap gap-2">
          {(Object.keys(statusLabels) as ApplicationStatus[]).map((status) => (
            <ApplicationTag key={status} status={status} />
          ))}
          {bookingStatuses.map((status) => (
            <BookingTag key={status} status={status} />
          ))}
          <Badge label="条未读">12</Badge>
        </p>
      </Story>
      <Story name="提示">
        <div className="flex flex-col gap-2">
          <Notice icon="offline">当前无网络，已保存到本机。</Notice>
          <Notice tone="info">名额为您留到今天 20:00。</Notice>
          <Notice tone="warning">双职工证明 2 天内要补上。</Notice>
          <Notice tone="success">已保存，12:06。</Notice>
          <Notice tone="error">已超期 1 个工作日。</Notice>
        </div>
      </Story>
      <Story name="空状态">
        <Card>
          <EmptyState
            icon="calendar"
            title="还没有预约"
            action={
              <LinkButton href="/services" variant="secondary">
                去看看活动
              </LinkButton>
            }
          >
            预约后会出现在这里。
          </EmptyState>
        </Card>
      </Story>
      <Story name="理由">
        <Card className="px-4 py-[6px]">
          <Checks
            lines={[
              { outcome: 'pass', text: '您是工会会员', note: '2026年3月2日入会' },
              { outcome: 'warn', text: '双职工证明待补' },
              { outcome: 'fail', text: '秋季读一年级，不符合二至六年级' },
            ]}
          />
        </Card>
      </Story>
      <Story name="名额条：充足、紧张、已满">
        <Card pad className="flex flex-col gap-4">
          <SeatMeter capacity={20} taken={14} />
          <SeatMeter capacity={30} taken={27} />
          <SeatMeter capacity={30} taken={30} note="候补 2 人" />
        </Card>
      </Story>
      <Story name="骨架、倒计时">
        <Card pad>
          <Skeleton />
        </Card>
        <p className="mt-4">
          <Countdown until={3_600_000} serverNow={0} done="现在可以预约" />
        </p>
      </Story>
    </Shelf>
  );
}
