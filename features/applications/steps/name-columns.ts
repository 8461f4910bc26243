import 'server-only';
import { gramsOf } from '@/lib/china/name-grams';
import { readName } from '@/lib/china/pinyin';
import type { AnswerColumns } from '../commands/save-answer';

/** How a name is stored: as on the document, with its reading and the pieces it is searched by. */
export const answeredName = (name: string): AnswerColumns => ({
  name,
  pinyin: readName(name).sortKey,
  nameGrams: gramsOf(name),
});
