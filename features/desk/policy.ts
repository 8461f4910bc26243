import { canDecideBookings } from '@/features/bookings/policy';
import { canReviewApplication } from '@/features/members/policy';
import { permission } from '@/lib/access';
import type { Actor } from '@/lib/actor';

const deciding = [canReviewApplication, ...Object.values(canDecideBookings)];

/**
 * Whoever decides some kind of case somewhere has an inbox. Source: domain.md §4.2.
 */
export const hasInbox = (actor: Actor): boolean => deciding.some((one) => one.anywhere(actor));

/** Write what the federation's officers say often: for everybody, so at the federation only. */
export const canEditReasons = permission({
  name: 'edit_reasons',
  label: '修改常用理由',
  roles: ['organisation_officer', 'women_officer', 'economy_officer'],
});
