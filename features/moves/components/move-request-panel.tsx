import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { Card } from '@/components/ui/card';
import { SessionWhen } from '@/features/offerings/components/session-when';
import { formatDateTime } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { unstopped } from '@/lib/text';
import { answerMoveRequestAction } from '../actions';
import type { MyMoveRequest } from '../queries/my-move-request';

function Answer({
  bookingId,
  answer,
  words,
}: {
  bookingId: string;
  answer: string;
  words: string;
}) {
  return (
    <Form
      action={answerMoveRequestAction}
      idempotencyKey={newId()}
      part={answer}
      aria-label={words}
    >
      <input type="hidden" name="bookingId" value={bookingId} />
      <input type="hidden" name="answer" value={answer} />
      <SubmitButton
        variant={answer === 'yes' ? 'primary' : 'secondary'}
        className="mt-3"
        pendingText="答复中…"
      >
        {words}
      </SubmitButton>
    </Form>
  );
}

/** The organiser asks whether one goes over to another session: which, why, until when, and two answers. */
export function MoveRequestPanel({ request, now }: { request: MyMoveRequest | null; now: Date }) {
  if (!request) return null;
  const { bookingId, isSwap, reason, until, silence, hasAgreed, to } = request;
  return (
    <div className="mb-6">
      <Card pad>
        <p className="text-secondary text-ink-2">
          {isSwap ? '想请您和别人对调，换到' : '想请您换到'}
        </p>
        <p className="my-1 text-h3 font-semibold">{to.title}</p>
        <p className="font-semibold">
          <SessionWhen at={to.at} now={now} />
        </p>
        <p>{to.place}</p>
        <p className="mt-2">原因：{unstopped(reason)}。</p>
        <p className="mt-2">
          {hasAgreed
            ? '您已同意，等对方答复。对方同意后会通知您。'
            : `请在${formatDateTime(until, now)}前答复，${silence}。`}
        </p>
      </Card>
      {!hasAgreed && <Answer bookingId={bookingId} answer="yes" words="同意，换到这一场" />}
      <Answer
        bookingId={bookingId}
        answer="no"
        words={hasAgreed ? '改主意，不换了' : '不换，留在原场次'}
      />
    </div>
  );
}
