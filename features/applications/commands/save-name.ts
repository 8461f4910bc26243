import 'server-only';
import type { Ctx } from '@/lib/ctx';
import type { NameInput } from '../schema/joining';
import { answeredName } from '../steps/name-columns';
import { saveAnswer } from './save-answer';

/**
 * Saves the worker's name as on the identity document, in the draft; words for the field when it is
 * none.
 */
export const saveName = (ctx: Ctx, input: NameInput) =>
  saveAnswer<never>(ctx, ['name'], async () => answeredName(input.name));
