'use server';
import { action } from '@/lib/action';
import { setHospital } from './commands/set-hospital';
import { setHospitalInput } from './schema';
import { hospitalWords as words } from './words';

export const setHospitalAction = action(setHospitalInput, setHospital, {
  as: 'staff',
  words,
  redirect: ({ offeringId }) => `/desk/offerings/${offeringId}/settings?done=hospital_set`,
});
