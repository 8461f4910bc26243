import { PickUpFields } from '@/features/childcare/components/pick-up-fields';
import { AnswerForm } from '@/features/programmes/components/answer-form';
import type { MyBookingDetail } from '@/features/programmes/queries/my-bookings';
import { getMyCorrection } from '@/features/programmes/queries/my-correction';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';

/** 需补正: the fields the desk named, filled with what is there. */
export async function Correction({ ctx, booking }: { ctx: Ctx; booking: MyBookingDetail }) {
  const { people, healthNotes } = await getMyCorrection(ctx, booking);
  return (
    <AnswerForm
      booking={booking}
      formKey={newId()}
      healthNotes={healthNotes}
      pickUp={<PickUpFields people={people} open />}
    />
  );
}
