'use server';
import { deskOfferingWords as words } from '@/features/offerings/words';
import { action } from '@/lib/forms/action';
import { markAttendance } from './commands/mark-attendance';
import { printRoll } from './commands/print-roll';
import { markAttendanceInput, printRollInput } from './schema/roll';
import { printRollWords } from './words';

const staff = { as: 'staff', words } as const;
const onRoll = { ...staff, revalidate: ['/desk/offerings'] };

export const markAttendanceAction = action(
  'markAttendance',
  markAttendanceInput,
  markAttendance,
  onRoll,
);
export const printRollAction = action('printRoll', printRollInput, printRoll, {
  as: 'staff',
  words: printRollWords,
});
