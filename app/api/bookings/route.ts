import { bookingWords } from '@/features/bookings/words';
import { requestPlace } from '@/features/enrolment/commands/request-place';
import { bookPlaceInput } from '@/features/enrolment/schema/booking';
import { jsonRoute } from '@/lib/forms/json-route';

export const dynamic = 'force-dynamic';

/** The opening minute: books by the same command as the form's action. */
export const POST = jsonRoute('bookPlace', bookPlaceInput, requestPlace, {
  words: bookingWords,
  receipt: ['bookingId', 'number', 'status', 'position'],
  cold: true,
});
