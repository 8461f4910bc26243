'use server';
import { deskOfferingWords } from '@/features/offerings/words';
import { action } from '@/lib/forms/action';
import { planOffering } from './commands/plan-offering';
import { planOfferingInput } from './schema/plan-offering';

export const planOfferingAction = action('planOffering', planOfferingInput, planOffering, {
  as: 'staff',
  words: deskOfferingWords,
  receipt: ['offeringId'],
  keyed: true,
  redirect: ({ offeringId }) => `/desk/offerings/${offeringId}/settings?done=planned`,
});
