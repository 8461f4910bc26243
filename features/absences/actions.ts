'use server';
import { action } from '@/lib/forms/action';
import { appealAbsence } from './commands/appeal-absence';
import { decideAppeal } from './commands/decide-appeal';
import { excuseAbsence } from './commands/excuse-absence';
import { appealInput, decideAppealInput, excuseInput } from './schema';
import { absenceWords as words } from './words';

export const appealAbsenceAction = action('appealAbsence', appealInput, appealAbsence, {
  as: 'member',
  receipt: ['bookingId'],
  cold: true,
  words,
  redirect: ({ bookingId }) => `/me/bookings/${bookingId}`,
});
export const decideAppealAction = action('decideAppeal', decideAppealInput, decideAppeal, {
  as: 'staff',
  words,
  redirect: () => '/desk/appeals?done=1',
});
export const excuseAbsenceAction = action('excuseAbsence', excuseInput, excuseAbsence, {
  as: 'staff',
  words,
  revalidate: ['/desk/offerings'],
});
