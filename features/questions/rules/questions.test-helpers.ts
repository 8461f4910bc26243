import type { Question } from './question';

/** A question that asks one line of text, unless told otherwise. */
export const aQuestion = (given: Partial<Question> & { id: string }): Question => ({
  version: 1,
  type: 'text',
  label: given.id,
  hint: null,
  required: false,
  choices: [],
  least: null,
  most: null,
  condition: null,
  sessionIds: [],
  sensitive: false,
  keptDays: 30,
  ...given,
});
