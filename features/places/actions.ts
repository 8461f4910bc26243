'use server';
import { bookingWords } from '@/features/bookings/words';
import { deskOfferingWords as words } from '@/features/offerings/words';
import { action } from '@/lib/forms/action';
import { changeWaitlist } from './commands/change-waitlist';
import { claimOffer } from './commands/claim-offer';
import { declineOffer } from './commands/decline-offer';
import { offerPlace } from './commands/offer-place';
import { overridePlace } from './commands/override-place';
import { reservePlace } from './commands/reserve-place';
import { returnCarveOut } from './commands/return-carve-out';
import { setCarveOut } from './commands/set-carve-out';
import { returnCarveOutInput, setCarveOutInput } from './schema/carve-outs';
import { answerOfferInput, changeWaitlistInput, givePlaceInput } from './schema/offers';
import { reservePlaceInput } from './schema/reservations';

const staff = { as: 'staff', words } as const;
const own = { as: 'member', words: bookingWords } as const;
const onRoll = { ...staff, revalidate: ['/desk/offerings'] };

// Members: a place, its receipt, its end.
const receipt = ({ bookingId }: { bookingId: string }) => `/me/bookings/${bookingId}`;

// Places: a yes or no to one that is held, and what an officer does with them.
export const claimOfferAction = action('claimOffer', answerOfferInput, claimOffer, {
  ...own,
  receipt: ['bookingId'],
  keyed: true,
  cold: true,
  redirect: (made) => `${receipt(made)}?done=claimed`,
});
export const declineOfferAction = action('declineOffer', answerOfferInput, declineOffer, {
  ...own,
  cold: true,
  redirect: (made) => `${receipt(made)}?done=declined`,
});
export const offerPlaceAction = action('offerPlace', givePlaceInput, offerPlace, {
  ...onRoll,
  receipt: ['bookingId'],
  keyed: true,
});
export const overridePlaceAction = action('overridePlace', givePlaceInput, overridePlace, {
  ...onRoll,
  receipt: ['bookingId'],
  keyed: true,
});
export const setCarveOutAction = action('setCarveOut', setCarveOutInput, setCarveOut, {
  ...staff,
  receipt: ['offeringId', 'sessionId'],
  redirect: ({ offeringId, sessionId }) =>
    `/desk/offerings/${offeringId}/sessions/${sessionId}?done=carved_out#kept`,
});
export const reservePlaceAction = action('reservePlace', reservePlaceInput, reservePlace, {
  ...staff,
  keyed: true,
  receipt: ['offeringId', 'sessionId'],
  redirect: ({ offeringId, sessionId }) =>
    `/desk/offerings/${offeringId}/sessions/${sessionId}?done=reserved#reserved`,
});
export const returnCarveOutAction = action('returnCarveOut', returnCarveOutInput, returnCarveOut, {
  ...staff,
  redirect: ({ offeringId, sessionId, places }) =>
    `/desk/offerings/${offeringId}/sessions/${sessionId}?done=returned&n=${places}#kept`,
});
export const changeWaitlistAction = action('changeWaitlist', changeWaitlistInput, changeWaitlist, {
  ...staff,
  redirect: ({ offeringId }) => `/desk/offerings/${offeringId}/waitlist?done=waitlist`,
});
