import { z } from 'zod';
import { longestAddress } from '../http/safe-redirect';

/** Two hidden fields of a desk form: the list's address, and which case comes next. */
export const returnFields = {
  back: z.string().max(longestAddress).optional(),
  next: z.string().max(60).optional(),
};

/**
 * The list one came from, with some parts of its address changed; an empty value takes a part out.
 * @param back the query string the form carried, without `?`; anything in it is only text
 */
export function returnTo(
  path: string,
  back: string | undefined,
  change: Readonly<Record<string, string | undefined>>,
): string {
  const query = new URLSearchParams(back ?? '');
  for (const [name, value] of Object.entries(change)) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  return query.size > 0 ? `${path}?${query}` : path;
}
