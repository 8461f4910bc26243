'use server';
import { action } from '@/lib/forms/action';
import { checkInMyself } from './commands/check-in-myself';
import { checkInOne } from './commands/check-in-one';
import { markGrid } from './commands/mark-grid';
import { markRoll } from './commands/mark-roll';
import { checkInFormInput, checkInMyselfInput } from './schema/check-in';
import { markGridInput } from './schema/grid';
import { markRollInput } from './schema/roll';
import { selfCheckInWords, attendanceWords as words } from './words';

const roll = '/desk/offerings';

export const markRollAction = action('markRoll', markRollInput, markRoll, {
  as: 'staff',
  words,
  revalidate: [roll],
});
export const markGridAction = action('markGrid', markGridInput, markGrid, {
  as: 'staff',
  words,
  revalidate: [roll],
});
export const checkInOneAction = action('checkInOne', checkInFormInput, checkInOne, {
  as: 'staff',
  words,
});

export const checkInMyselfAction = action('checkInMyself', checkInMyselfInput, checkInMyself, {
  as: 'member',
  cold: true,
  words: selfCheckInWords,
});
