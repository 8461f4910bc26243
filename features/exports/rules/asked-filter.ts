import { type WrittenField, writtenFields } from '@/lib/search';
import { COLUMNS } from './chosen-columns';

type Search = Readonly<Record<string, string | string[]>>;

/** What an address asks, as a page reads it: a name that came twice is a list. */
export function searchOf(query: URLSearchParams): Search {
  const names = new Set(query.keys());
  return Object.fromEntries(
    [...names].map((name) => {
      const [only = '', ...more] = query.getAll(name);
      return [name, more.length > 0 ? [only, ...more] : only];
    }),
  );
}

const isWritten = (name: string): name is WrittenField =>
  writtenFields.some((field) => field === name);

/**
 * Whether a filter lost something of its address when it was read: a town that is none, a day that is none. The page
 * shows the list without it; a file must not, for nobody would see what is missing from the question.
 * @param names what the filter knows; anything else in the address is none of its business
 */
export const isMisread = (search: Search, asked: object, names: readonly string[]): boolean =>
  names.some((name) => {
    const sent = search[name];
    const first = (Array.isArray(sent) ? sent[0] : sent) ?? '';
    if (first.trim() === '') return false;
    const read: unknown = Reflect.get(asked, name);
    // Words are cleaned when they are read; that none are left is what matters.
    if (isWritten(name)) return read === undefined || read === '';
    return String(read) !== first;
  });

/** What an address says besides: answers of an export, which page of the list, what is open in it or was just done. */
const besides = ['export', 'link', 'reason', 'format', COLUMNS, 'page', 'after', 'case', 'done'];

/**
 * What a page's address asks of its list, as it stands there, to be sent with the form and to come back with its answer.
 * @param of what the list is of where the page's path says it; it stands in the address once, also after an answer
 */
export function askedOf(
  search: Readonly<Record<string, string | string[] | undefined>>,
  of: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (besides.includes(name) || name in of) continue;
    for (const each of [value ?? []].flat()) query.append(name, each);
  }
  for (const [name, value] of Object.entries(of)) query.set(name, value);
  return query.toString();
}
