import type { OrganisationKind } from './kinds';

/** Lines of one pasted list; more are pasted in several. */
export const MOST_PASTED = 500;

/** What becomes of a pasted line, as the officer reads it. */
export interface PastedLine {
  /** As the person counts them, from 1. */
  readonly line: number;
  readonly name: string;
  /** Of an organisation; null where the word for it is none we know. */
  readonly kind?: OrganisationKind | null;
  /** Names of what it hangs below, or belongs to. */
  readonly below: string;
  readonly outcome: 'new' | 'there' | 'wrong';
  /** What is wrong, and what to do; empty otherwise. */
  readonly words: string;
}

/** What was looked through: the text itself, every line of it, and the mark by which the same is written. */
export interface PasteReview {
  readonly pasted: string;
  readonly lines: readonly PastedLine[];
  /** Names exactly this text with exactly this outcome. */
  readonly sure: string;
}

/** How many lines come to what. */
export const countPasted = (
  lines: readonly PastedLine[],
): Record<PastedLine['outcome'], number> => {
  const of = (outcome: PastedLine['outcome']) =>
    lines.filter((line) => line.outcome === outcome).length;
  return { new: of('new'), there: of('there'), wrong: of('wrong') };
};

/** Why a text is no list that can be looked through; null when it is one. */
export function pasteProblem(text: string): string | null {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  if (lines.length === 0) return '请粘贴名单，一行一个';
  return lines.length > MOST_PASTED ? `一次最多 ${MOST_PASTED} 行，请分几次粘贴` : null;
}
