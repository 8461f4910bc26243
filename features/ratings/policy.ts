import { canDecideBookings } from '@/features/bookings/policy';
import { canReviewApplication } from '@/features/members/policy';

/** Who answers a poor rating: whoever decides such cases, at the organiser or above it. */
export const canAnswerRatings = { join: canReviewApplication, ...canDecideBookings } as const;

export type RatedKind = keyof typeof canAnswerRatings;
export const ratedKinds = Object.keys(canAnswerRatings) as RatedKind[];
/** Whether people rate cases of this kind, so that somebody answers a bad rating. */
export const isRatedKind = (kind: string): kind is RatedKind => kind in canAnswerRatings;
