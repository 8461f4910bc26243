import type { FormAction } from '@/components/forms/form-state';
import { Panel } from '@/components/ui/card';
import { KeyValues } from '@/components/ui/summary-list';
import { gradeLabel } from '@/features/family/rules/grade';
import { SessionWhen } from '@/features/offerings/components/session-when';
import { bookedTimes } from '@/features/offerings/rules/meetings';
import { formatDateTime } from '@/lib/dates';
import type { DeskBooking } from '../queries/desk-booking';
import { HistoryTimeline } from './booking-history';
import { Reveal } from './desk-reveal';
import { DeskBookingTag } from './desk-tags';

/** Who has which place, names masked; each look at the whole name is on record. */
export function DeskBookingFacts({
  booking: b,
  reveal,
}: {
  booking: DeskBooking;
  reveal: FormAction;
}) {
  const who = (
    <Reveal action={reveal} bookingId={b.id}>
      <b>{b.attendee}</b>
      {b.grade !== null && <span className="ml-3">{gradeLabel(b.grade)}</span>}
    </Reveal>
  );
  const rows = [
    { label: b.childId ? '孩子' : '姓名', value: who },
    ...(b.guardian ? [{ label: '家长', value: b.guardian }] : []),
    { label: '手机尾号', value: b.phoneTail || '无' },
    {
      label: '状态',
      value: (
        <>
          <DeskBookingTag status={b.status} />
          {b.isOverride && <span className="ml-2">特批，不占名额</span>}
          {b.reason && <span className="block text-ink-2">{b.reason}</span>}
        </>
      ),
    },
    { label: '场次', value: b.session },
    { label: '时间', value: <SessionWhen at={bookedTimes(b)} now={b.now} /> },
    { label: '地点', value: b.place },
    {
      label: '报名时间',
      value: `${formatDateTime(b.createdAt, b.now)}${b.isEntered ? '，代办' : ''}`,
    },
  ];
  return (
    <Panel title={`预约 ${b.number}`}>
      <KeyValues single rows={rows} />
    </Panel>
  );
}

/** 办理记录 beside the facts. */
export function DeskBookingHistory({ booking }: { booking: DeskBooking }) {
  return (
    <Panel title="办理记录">
      <HistoryTimeline history={booking.history} now={booking.now} />
    </Panel>
  );
}
