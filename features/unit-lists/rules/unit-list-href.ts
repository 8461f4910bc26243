import type { LookedOutcome } from './unit-list';

/** Which lines of a list a page shows: those of one outcome, after one line. */
export interface ListPage {
  readonly outcome?: LookedOutcome | undefined;
  readonly after?: number;
  /** Only who has yet to say yes. */
  readonly unanswered?: 'yes' | undefined;
}

/** The address of that page; further parameters may be added with `&`. */
export function unitListHref(listId: string, { outcome, after = 0, unanswered }: ListPage): string {
  const query = new URLSearchParams({ after: String(after), ...(outcome && { outcome }) });
  if (unanswered) query.set('unanswered', unanswered);
  return `/desk/unit-lists/${listId}?${query}`;
}
