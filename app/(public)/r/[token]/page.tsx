import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { FlowPage } from '@/components/layout/member-page';
import { LinkButton } from '@/components/ui/link-button';
import { ResultPage } from '@/components/ui/result-page';
import { checkInMyselfAction } from '@/features/attendance/actions';
import { SelfCheckIn } from '@/features/attendance/components/self-check-in';
import { getMyArrival } from '@/features/attendance/queries/my-arrival';
import { readRoom } from '@/features/attendance/queries/room-code';
import { refuseSelf } from '@/features/attendance/rules/self-check-in';
import { selfWords } from '@/features/attendance/words';
import { currentCtx } from '@/lib/auth/session';
import { formatTime } from '@/lib/dates';

export const metadata: Metadata = { title: '现场签到', robots: { index: false } };

const mine = (
  <LinkButton variant="secondary" block href="/me/bookings">
    看我的预约
  </LinkButton>
);

export default async function RoomPage({ params }: PageProps<'/r/[token]'>) {
  const [ctx, { token }] = await Promise.all([currentCtx(), params]);
  const read = readRoom(ctx, token);
  if (read.ok && ctx.actor.kind !== 'account') redirect(`/login?next=/r/${read.ticket}`);
  const arrival = read.ok ? await getMyArrival(ctx, read.room.sessionId) : null;
  const stop = read.ok ? refuseSelf(arrival) : { reason: read.reason, detail: {} };
  return (
    <FlowPage backHref="/" backLabel="首页">
      {stop || !read.ok || !arrival ? (
        <ResultPage tone="warning" title="现在不能签到" actions={mine}>
          {stop && selfWords(stop.reason, stop.detail)}
        </ResultPage>
      ) : (
        <div className="flex flex-col gap-4 pt-4">
          <h1>{arrival.door.kind === 'screening' ? '健康服务' : arrival.door.offering}</h1>
          <p>{arrival.door.place}</p>
          {arrival.places.map(({ bookingId, name, attendance }) => (
            <SelfCheckIn
              key={bookingId}
              action={checkInMyselfAction}
              ticket={read.ticket}
              place={{ bookingId, name, came: attendance.at && formatTime(attendance.at) }}
            />
          ))}
        </div>
      )}
    </FlowPage>
  );
}
