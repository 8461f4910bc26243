import { inboxFilter, listQuery } from '../schema/inbox';

/**
 * What of a list's address is worth a name: its filters, without the page, the open case and words that were searched
 * for. Empty for the list as it opens.
 */
export function savedQuery(query: string): string {
  const asked = inboxFilter.parse(Object.fromEntries(new URLSearchParams(query)));
  return listQuery({ ...asked, q: '', after: undefined });
}
