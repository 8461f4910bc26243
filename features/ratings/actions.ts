'use server';
import { action } from '@/lib/forms/action';
import { answerTask } from './commands/answer-task';
import { confirmTask } from './commands/confirm-task';
import { rateCase } from './commands/rate-case';
import { answerTaskInput, confirmTaskInput, rateInput } from './schema';
import { ratingWords as words } from './words';

const mine = (r: { entityType: string; entityId: string }) =>
  `/me/ratings/${r.entityType}/${r.entityId}`;

export const rateCaseAction = action('rateCase', rateInput, rateCase, {
  as: 'member',
  receipt: ['entityType', 'entityId', 'poor'],
  cold: true,
  words,
  redirect: (made) => `${mine(made)}?done=${made.poor ? 'poor' : 'good'}`,
});
export const confirmTaskAction = action('confirmTask', confirmTaskInput, confirmTask, {
  as: 'member',
  cold: true,
  words,
  redirect: mine,
});
export const answerTaskAction = action('answerTask', answerTaskInput, answerTask, {
  as: 'staff',
  words,
  redirect: () => '/desk/ratings?done=1',
});
