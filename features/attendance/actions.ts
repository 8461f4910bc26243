'use server';
import { action } from '@/lib/action';
import { checkInOne } from './commands/check-in-one';
import { markRoll } from './commands/mark-roll';
import { checkInFormInput } from './schema/check-in';
import { markRollInput } from './schema/roll';
import { attendanceWords as words } from './words';

const roll = '/desk/offerings/[id]/roll';

export const markRollAction = action(markRollInput, markRoll, {
  as: 'staff',
  words,
  revalidate: [roll],
});
export const checkInOneAction = action(checkInFormInput, checkInOne, { as: 'staff', words });
