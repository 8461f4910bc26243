import { z } from 'zod';
import { recordId, several } from '@/lib/forms/form-fields';

export const revealAttendeeInput = z.strictObject({ bookingId: recordId });

/** As many as one page of a list holds. */
export const revealAttendeesInput = z.strictObject({
  offeringId: recordId,
  bookingIds: several(recordId, 2_000),
});

export type RevealAttendeesInput = z.output<typeof revealAttendeesInput>;
