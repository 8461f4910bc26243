import { nameKey } from '@/lib/china/person-name';

const LONGEST = 60;

function charactersOf(text: string): string[] {
  const plain = nameKey(text).toLowerCase().replace(/[\s·]/g, '');
  return [...plain].slice(0, LONGEST);
}

const pairsOf = (characters: string[]): string[] =>
  characters.slice(1).map((character, i) => `${characters[i]}${character}`);

/**
 * What is stored beside a name for searching it by GIN: its characters and its pairs. A trigram index
 * sees nothing in names of two characters.
 */
export function gramsOf(name: string): string[] {
  const characters = charactersOf(name);
  return [...new Set([...characters, ...pairsOf(characters)])];
}

/** What a row must contain (`grams @> …`) to match the query; empty when nothing was asked. */
export function queryGrams(query: string): string[] {
  const characters = charactersOf(query);
  return [...new Set(characters.length === 1 ? characters : pairsOf(characters))];
}
