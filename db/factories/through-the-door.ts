import { bookPlace } from '@/features/enrolment/commands/book-place';
import { bookPlaceInput } from '@/features/enrolment/schema/booking';
import { copyOffering } from '@/features/scheduling/commands/copy-offering';
import { copyOfferingInput } from '@/features/scheduling/schema/manage-offering';
import type { Ctx } from '@/lib/ctx';

/** Books as the member does, checks and all: for features above that a booking draws in. */
export const bookAsMember = (ctx: Ctx, offeringId: string, sessionId: string) =>
  bookPlace(ctx, bookPlaceInput.parse({ offeringId, sessionId, who: 'self' }));

/** Copies an offering as the officer does. */
export const copyAsOfficer = (ctx: Ctx, offeringId: string) =>
  copyOffering(
    ctx,
    copyOfferingInput.parse({ offeringId, startsOn: '', title: '下一期', term: '' }),
  );
