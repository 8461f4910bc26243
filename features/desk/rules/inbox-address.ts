import { type InboxFilter, listQuery } from '../schema/inbox';

type Change = Partial<Record<keyof InboxFilter, string | undefined>>;

/** The inbox with some of its state changed; a new filter starts again at the first page. */
export function inboxHref(filter: InboxFilter, change: Change): string {
  const query = new URLSearchParams(listQuery(filter));
  const filtered = Object.keys(change).some((name) => !['case', 'after', 'undo'].includes(name));
  if (filtered) query.delete('after');
  for (const [name, value] of Object.entries(change)) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  return query.size > 0 ? `/desk?${query}` : '/desk';
}

/**
 * The case after this one, else the one before it: what opens when this one is decided. The first when it is
 * none of them; undefined when nothing is left.
 */
export function nextCase(refs: readonly string[], current: string | undefined): string | undefined {
  const all: readonly (string | undefined)[] = refs;
  const at = all.indexOf(current);
  return refs[at + 1] ?? refs[at - 1];
}
