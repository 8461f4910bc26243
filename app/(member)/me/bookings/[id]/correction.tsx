import type { MyBookingDetail } from '@/features/bookings/queries/my-bookings';
import { getSealedAnswers } from '@/features/bookings/queries/my-correction';
import { PickUpFields } from '@/features/childcare/components/pick-up-fields';
import { AnswerForm } from '@/features/enrolment/components/answer-form';
import { requireFreshMember } from '@/lib/auth/session';
import { newId } from '@/lib/ids';

/** 需补正: the fields the desk named, filled with what is there; that is a child's, so not after a pause. */
export async function Correction({ booking }: { booking: MyBookingDetail }) {
  const ctx = await requireFreshMember(`/me/bookings/${booking.id}`);
  const { people, healthNotes } = await getSealedAnswers(ctx, booking);
  return (
    <AnswerForm
      booking={booking}
      formKey={newId()}
      healthNotes={healthNotes}
      pickUp={<PickUpFields people={people} open />}
    />
  );
}
