/** The sealed answer of 女职工部: whether it is so, and the words to her. */
export interface ReturnVerdict {
  readonly to: 'verified' | 'refused';
  readonly answer: string | null;
}

/** The verdict as the text that is sealed. */
export const returnVerdictText = (verdict: ReturnVerdict): string => JSON.stringify(verdict);
/** The verdict out of the text that was sealed. */
export const returnVerdictOf = (text: string): ReturnVerdict => JSON.parse(text);
