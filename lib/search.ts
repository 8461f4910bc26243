import { z } from 'zod';
import { one } from '@/lib/one';
import { holdsPersonalNumber } from './personal-number';
import { searchWords } from './text';

/** What a person writes that an address carries on: searches, and the reason of an export. */
export const writtenFields = ['q', 'phone', 'actor', 'entity', 'reason'] as const;
export type WrittenField = (typeof writtenFields)[number];

/** What sealed words begin with in an address; by itself, a number that was taken out of one. */
export const SEAL = '~';

/** Lists of things, not of people: what is looked for there may stand in the address and be sent on. */
const shareable = [
  '/services',
  '/join/workplace/employer',
  '/me/transfer',
  '/desk/offerings',
  '/desk/organisations',
  '/desk/organisations/employers',
  '/desk/venues',
  '/desk/register',
];

/** Whether words for a list may stand in its address as they are; a phone or ID number never may. */
export const mayBeRead = (path: string, words: string): boolean =>
  shareable.includes(path) && !words.startsWith(SEAL) && !holdsPersonalNumber(words);

/**
 * The parts of an address without the phone and ID numbers that stand in it; null when there are none.
 * No page of ours writes one, but somebody's old link or bookmark may.
 */
export function withoutNumbers(query: URLSearchParams): URLSearchParams | null {
  const rest = [...query].filter(([name]) => !holdsPersonalNumber(name));
  const clean = rest.map(([name, value]) => [name, holdsPersonalNumber(value) ? SEAL : value]);
  const changed =
    rest.length < query.size || clean.some(([, value], at) => value !== rest[at]?.[1]);
  return changed ? new URLSearchParams(clean) : null;
}

const first = z.preprocess(one, z.string()).catch('');
const isSealed = (text: string) => /^~[\w.-]{0,6000}$/.test(text);

/** A search for people in an address: sealed (lib/auth/search.ts), or as if there were none. */
export const sealedWords = first.transform((text) => (isSealed(text) ? text : ''));

/** A search for things in an address: as typed, or sealed where it holds a number. */
export const sharedWords = first.transform((text) =>
  isSealed(text) ? text : searchWords.parse(holdsPersonalNumber(text) ? '' : text),
);
