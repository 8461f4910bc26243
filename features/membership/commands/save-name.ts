import 'server-only';
import type { Ctx } from '@/lib/ctx';
import { gramsOf } from '@/lib/name-grams';
import { readName } from '@/lib/pinyin';
import type { NameInput } from '../schema/joining';
import { type Answer, saveAnswer } from './save-answer';

/** How a name is stored: as on the document, with its reading and the pieces it is searched by. */
export const nameColumns = (name: string): Answer => ({
  name,
  pinyin: readName(name).sortKey,
  nameGrams: gramsOf(name),
});

/** Saves the worker's name as on the identity document. */
export const saveName = (ctx: Ctx, input: NameInput) =>
  saveAnswer<never>(ctx, ['name'], async () => nameColumns(input.name));
