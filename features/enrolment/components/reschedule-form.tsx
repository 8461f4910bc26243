import type { ChoiceOption } from '@/components/forms/choice';
import { Form } from '@/components/forms/form';
import { RadioGroup } from '@/components/forms/radio-group';
import { SubmitButton } from '@/components/forms/submit-button';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { ownConditionWords } from '@/features/conditions/rules/own-condition-words';
import { SessionWhen } from '@/features/offerings/components/session-when';
import { timedOf } from '@/features/offerings/rules/meetings';
import { rescheduleBookingAction } from '../actions';
import type { PageSession } from '../queries/offering-page';

interface RescheduleFormProps {
  booking: { id: string; sessionId: string };
  sessions: readonly PageSession[];
  now: Date;
  idempotencyKey: string;
}

function optionOf(s: PageSession, now: Date): ChoiceOption {
  const asks = ownConditionWords(s.own, 'screening');
  const left = s.capacity - s.taken;
  const full = left <= 0 || s.waiting > 0;
  return {
    value: s.id,
    label: (
      <b>
        <SessionWhen at={timedOf(s)} now={now} />
      </b>
    ),
    hint: [s.place, asks, full ? '已满，不能改到这里' : `剩 ${left} 个名额`]
      .filter(Boolean)
      .join(' · '),
    disabled: full,
  };
}

/** Which other half-day; a full one is shown and says so. */
export function RescheduleForm({ booking, sessions, now, idempotencyKey }: RescheduleFormProps) {
  const options = sessions
    .filter((s) => s.id !== booking.sessionId && !s.cancelled && s.startsAt > now)
    .map((s) => optionOf(s, now));
  if (options.every((option) => option.disabled)) {
    return (
      <EmptyState
        icon="calendar"
        title="现在没有别的空位"
        action={
          <LinkButton href={`/me/bookings/${booking.id}`} variant="secondary">
            返回预约
          </LinkButton>
        }
      >
        您原来的预约还在。过几天再来看看，有人取消就有空位。
      </EmptyState>
    );
  }
  return (
    <Form action={rescheduleBookingAction} idempotencyKey={idempotencyKey} className="mt-6">
      <input type="hidden" name="bookingId" value={booking.id} />
      <RadioGroup name="sessionId" label="改到什么时间" options={options} cards />
      <div className="mt-6">
        <SubmitButton pendingText="改期中…">确定改期</SubmitButton>
      </div>
    </Form>
  );
}
