'use server';
import { deskOfferingWords as words } from '@/features/offerings/words';
import { action } from '@/lib/action';
import { markAttendance } from '../commands/mark-attendance';
import { markScreened } from '../commands/mark-screened';
import { printRoll } from '../commands/print-roll';
import { markScreenedInput } from '../schema/hospital';
import { markAttendanceInput, printRollInput } from '../schema/roll';
import { hospitalDeskWords, printRollWords } from '../words';

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

// The desk of a hospital.
export const markScreenedAction = action('markScreened', markScreenedInput, markScreened, {
  as: 'staff',
  words: hospitalDeskWords,
  revalidate: ['/desk/hospital'],
});
