import { lengthOf, searchMost } from '@/lib/characters';

/** Below a search of more than it looks at: what was left out is said, never dropped in silence. */
export function SearchLimit({ words }: { words: string | undefined }) {
  if (!words || lengthOf(words) < searchMost) return null;
  return <p className="mt-1 text-meta text-ink-2">只搜前 {searchMost} 个字</p>;
}
