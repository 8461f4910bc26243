import { z } from 'zod';
import { bookingStatuses, offeringKinds, offeringStatuses } from '@/db/schema/enums';
import { one } from '@/lib/one';
import { sealedWords, sharedWords } from '@/lib/search';

/** What an address carries is a wish, not an input: anything odd counts as not asked for. */
const wish = <T extends z.ZodType>(type: T) => z.preprocess(one, type.optional().catch(undefined));

export const offeringFilter = z.object({
  kind: wish(z.enum(offeringKinds)),
  phase: wish(z.enum(offeringStatuses)),
  q: wish(sharedWords),
  after: wish(z.uuid()),
});
export type OfferingFilter = z.output<typeof offeringFilter>;

export const bookingFilter = z.object({
  session: wish(z.uuid()),
  status: wish(z.enum(bookingStatuses)),
  /** Only places given above capacity. */
  special: wish(z.literal('yes')),
  q: wish(sealedWords),
  page: z.preprocess(one, z.coerce.number().int().min(1).max(1000).catch(1)),
});
export type BookingFilter = z.output<typeof bookingFilter>;
