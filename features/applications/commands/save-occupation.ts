import 'server-only';
import { findOccupation } from '@/features/members/queries/occupations';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { refuse } from '@/lib/result';
import type { OccupationInput } from '../schema/joining';
import { saveAnswer } from './save-answer';

/**
 * Saves what the worker does, with the version of the dictionary it was chosen from.
 * Refuses `unknown_occupation` for a code outside today's dictionary.
 */
export const saveOccupation = (ctx: Ctx, input: OccupationInput) =>
  saveAnswer(ctx, ['occupation'], async (tx) => {
    const occupation = await findOccupation(tx, input.occupation, todayOn(tx.now));
    return occupation
      ? { occupationCode: occupation.code, occupationVersion: occupation.version }
      : refuse('unknown_occupation', { fieldErrors: { occupation: '请从列表里重新选择' } });
  });
