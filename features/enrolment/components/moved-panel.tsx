import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import type { MyBookingDetail } from '@/features/bookings/queries/my-bookings';
import { askWords, isAskedAboutMove } from '@/features/bookings/rules/moved';
import { SessionWhen } from '@/features/offerings/components/session-when';
import { bookedTimes } from '@/features/offerings/rules/meetings';
import { silenceOf } from '@/features/offerings/schema/offering';
import { keepMovedPlaceAction } from '../actions';

/** The session was moved under a holder: the new time, and the two answers it wants. */
export function MovedPanel({ booking }: { booking: MyBookingDetail }) {
  const { id, answerBy, details, now } = booking;
  if (!answerBy || !isAskedAboutMove(booking, now)) return null;
  return (
    <div className="mb-6">
      <Card pad>
        <p className="text-secondary text-ink-2">时间改了</p>
        <p className="my-1 text-h2 font-semibold">
          <SessionWhen at={bookedTimes(booking)} now={now} />
        </p>
        <p>{askWords(answerBy, silenceOf(details), now)}。</p>
      </Card>
      <Form action={keepMovedPlaceAction} aria-label="答复改时间">
        <input type="hidden" name="bookingId" value={id} />
        <SubmitButton className="mt-4" pendingText="答复中…">
          能来，名额留着
        </SubmitButton>
      </Form>
      <LinkButton href={`/me/bookings/${id}/cancel`} variant="secondary" block className="mt-3">
        来不了，退掉名额
      </LinkButton>
    </div>
  );
}
