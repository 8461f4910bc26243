import type { ClausePoints } from '@/db/schema/duplicates';

/** What one record says of its person. A null says nothing, and is never equal to another null. */
export interface PersonFacts {
  readonly name: string | null;
  /** Syllables with spaces. */
  readonly pinyin: string | null;
  /** YYYY-MM-DD. */
  readonly birthOn: string | null;
  readonly sex: 'male' | 'female' | null;
  readonly idType: string | null;
  /** Keyed hash of a valid document. */
  readonly idIndex: string | null;
  /** Keyed hashes of the number now and of those before. */
  readonly phones: readonly string[];
  readonly employer: string | null;
  readonly unionId: string | null;
  /** How many records have this name, and this reading; at least 1. */
  readonly nameCount: number;
  readonly readingCount: number;
}

/** Points of the clauses, in bits: 10 make it about a thousand times likelier that both are one. */
export const personPoints = {
  same_document: 40,
  rare_name_most: 13,
  frequent_name_least: 2,
  same_sound_less: 2,
  other_name: -6,
  same_birth: 13,
  close_birth: 5,
  other_birth: -12,
  other_sex: -8,
  same_phone: 14,
  same_employer: 4,
  same_union: 2,
} as const;

/** A federation is counted as at least so many people, so that a name is not rare because few are in the books yet. */
export const countedAsAtLeast = 10_000;

const digits = (day: string) => day.replaceAll('-', '');

/** Names of up to three characters must be equal or sound the same; longer ones may differ by one character. */
export function oneCharacterOff(a: string, b: string): boolean {
  const [x, y] = [[...a], [...b]];
  if (Math.min(x.length, y.length) <= 3 || Math.abs(x.length - y.length) > 1) return false;
  let at = 0;
  while (at < x.length && x[at] === y[at]) at += 1;
  const rest = (from: readonly string[], skip: number) => from.slice(at + skip).join('');
  if (x.length === y.length) return rest(x, 1) === rest(y, 1);
  return x.length > y.length ? rest(x, 1) === rest(y, 0) : rest(x, 0) === rest(y, 1);
}

/** One digit mistyped, day and month changed places, or the same day of a year up to three off. */
export function closeBirth(a: string, b: string): boolean {
  const [x, y] = [digits(a), digits(b)];
  const wrong = [...x].filter((digit, at) => digit !== y[at]).length;
  const years = Math.abs(Number(x.slice(0, 4)) - Number(y.slice(0, 4)));
  const swapped = x.slice(0, 4) + x.slice(6) + x.slice(4, 6) === y;
  return wrong === 1 || swapped || (x.slice(4) === y.slice(4) && years <= 3);
}

/** The rarer a name, the more it says; half as many bearers is one point more. */
function rarity(bearers: number, people: number): number {
  const points = Math.log2(Math.max(people, countedAsAtLeast) / Math.max(bearers, 1));
  const { frequent_name_least: least, rare_name_most: most } = personPoints;
  return Math.round(Math.min(most, Math.max(least, points)));
}

function ofName(a: PersonFacts, b: PersonFacts, people: number): ClausePoints[] {
  if (!a.name || !b.name) return [];
  if (a.name === b.name) {
    return [{ clause: 'same_name', points: rarity(a.nameCount, people) }];
  }
  const sound = a.pinyin !== null && a.pinyin === b.pinyin;
  if (sound || oneCharacterOff(a.name, b.name)) {
    const points = rarity(a.readingCount, people) - personPoints.same_sound_less;
    return [{ clause: sound ? 'same_sound' : 'close_name', points }];
  }
  return [{ clause: 'other_name', points: personPoints.other_name }];
}

function ofBirth(a: PersonFacts, b: PersonFacts): ClausePoints[] {
  if (!a.birthOn || !b.birthOn) return [];
  if (a.birthOn === b.birthOn) return [{ clause: 'same_birth', points: personPoints.same_birth }];
  const clause = closeBirth(a.birthOn, b.birthOn) ? 'close_birth' : 'other_birth';
  return [{ clause, points: personPoints[clause] }];
}

/** Two valid documents of one kind with different numbers: two people, whatever else is alike. */
export const areTwoPeople = (
  a: Pick<PersonFacts, 'idType' | 'idIndex'>,
  b: Pick<PersonFacts, 'idType' | 'idIndex'>,
): boolean =>
  a.idIndex !== null && b.idIndex !== null && a.idType === b.idType && a.idIndex !== b.idIndex;

/**
 * Why two records may be one person, clause by clause (domain.md §2.4). What one of them does not say adds
 * nothing.
 * @param people how many records there are, for how rare a name is
 * @returns null for two who cannot be one: different valid documents of the same kind
 */
export function personLikeness(
  a: PersonFacts,
  b: PersonFacts,
  people: number,
): { points: number; clauses: ClausePoints[] } | null {
  if (areTwoPeople(a, b)) return null;
  const on = (clause: keyof typeof personPoints, holds: boolean): ClausePoints[] =>
    holds ? [{ clause, points: personPoints[clause] }] : [];
  const clauses = [
    ...on('same_document', a.idIndex !== null && a.idIndex === b.idIndex && a.idType === b.idType),
    ...ofName(a, b, people),
    ...ofBirth(a, b),
    ...on('other_sex', a.sex !== null && b.sex !== null && a.sex !== b.sex),
    ...on(
      'same_phone',
      a.phones.some((phone) => b.phones.includes(phone)),
    ),
    ...on('same_employer', a.employer !== null && a.employer === b.employer),
    ...on('same_union', a.unionId !== null && a.unionId === b.unionId),
  ];
  return { points: clauses.reduce((sum, { points }) => sum + points, 0), clauses };
}
