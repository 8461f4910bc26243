'use server';
import { action } from '@/lib/forms/action';
import { askReturn } from './commands/ask-return';
import { decideReturn } from './commands/decide-return';
import { findAtHospital } from './commands/find-at-hospital';
import { markAbsentees, markScreened } from './commands/mark-screened';
import { setHospital } from './commands/set-hospital';
import { withdrawReturn } from './commands/withdraw-return';
import {
  findAtHospitalInput,
  markAbsenteesInput,
  markScreenedInput,
  setHospitalInput,
} from './schema/hospital';
import { askReturnInput, decideReturnInput, withdrawReturnInput } from './schema/return-visit';
import { hospitalDeskWords, returnRefusals, hospitalWords as words } from './words';

export const setHospitalAction = action('setHospital', setHospitalInput, setHospital, {
  as: 'staff',
  words,
  redirect: ({ offeringId }) => `/desk/offerings/${offeringId}/settings?done=hospital_set`,
});
export const findAtHospitalAction = action('findAtHospital', findAtHospitalInput, findAtHospital, {
  as: 'staff',
  words,
});
export const askReturnAction = action('askReturn', askReturnInput, askReturn, {
  as: 'member',
  receipt: ['offeringId'],
  cold: true,
  words: returnRefusals,
  redirect: ({ offeringId }) => `/services/${offeringId}/return`,
});
export const withdrawReturnAction = action('withdrawReturn', withdrawReturnInput, withdrawReturn, {
  as: 'member',
  cold: true,
  words: returnRefusals,
  redirect: ({ offeringId }) => `/services/${offeringId}/return`,
});
export const decideReturnAction = action('decideReturn', decideReturnInput, decideReturn, {
  as: 'staff',
  words: returnRefusals,
  redirect: () => '/desk/returns?done=1',
});

// The desk of a hospital.
export const markScreenedAction = action('markScreened', markScreenedInput, markScreened, {
  as: 'staff',
  words: hospitalDeskWords,
  revalidate: ['/desk/hospital'],
});
export const markAbsenteesAction = action('markAbsentees', markAbsenteesInput, markAbsentees, {
  as: 'staff',
  words: hospitalDeskWords,
  revalidate: ['/desk/hospital'],
});
