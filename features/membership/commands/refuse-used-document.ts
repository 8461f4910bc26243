import 'server-only';
import { violates } from '@/lib/errors';
import { type Result, refuse } from '@/lib/result';

/**
 * The unique index has the last word when two accounts submit one document at the same moment; the
 * loser gets the same answer as whoever comes later.
 */
export async function refuseUsedDocument<T, R extends string>(
  work: () => Promise<Result<T, R>>,
): Promise<Result<T, R | 'document_in_use'>> {
  try {
    return await work();
  } catch (error) {
    if (violates(error, 'applications_open_per_id_idx')) return refuse('document_in_use');
    throw error;
  }
}
