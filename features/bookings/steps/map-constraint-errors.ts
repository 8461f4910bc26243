import 'server-only';
import { violates } from '@/lib/errors';
import { type Refusal, refuse } from '@/lib/result';

const constraints = {
  bookings_one_active_idx: 'already_booked',
  bookings_one_per_term_idx: 'one_per_term',
  bookings_no_overlap: 'overlap',
} as const;
export type ConstraintRefusal = (typeof constraints)[keyof typeof constraints];

/** Turns what an index refused into the same words the rules would have said; anything else goes on. */
export async function mapConstraintErrors<T>(
  work: () => Promise<T>,
): Promise<T | Refusal<ConstraintRefusal>> {
  try {
    return await work();
  } catch (error) {
    for (const [name, reason] of Object.entries(constraints)) {
      if (violates(error, name)) return refuse(reason);
    }
    throw error;
  }
}
