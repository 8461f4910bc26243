'use server';
import { action } from '@/lib/action';
import { markAttendance } from '../commands/mark-attendance';
import { markScreened } from '../commands/mark-screened';
import { revealAttendee } from '../commands/reveal-attendee';
import { markScreenedInput } from '../schema/hospital';
import { markAttendanceInput, revealAttendeeInput } from '../schema/roll';
import { hospitalDeskWords, deskOfferingWords as words } from '../words';

const staff = { as: 'staff', words } as const;
const onRoll = { ...staff, revalidate: ['/desk/offerings'] };

export const markAttendanceAction = action(
  'markAttendance',
  markAttendanceInput,
  markAttendance,
  onRoll,
);
export const revealAttendeeAction = action(
  'revealAttendee',
  revealAttendeeInput,
  revealAttendee,
  staff,
);

// The desk of a hospital.
export const markScreenedAction = action('markScreened', markScreenedInput, markScreened, {
  as: 'staff',
  words: hospitalDeskWords,
  revalidate: ['/desk/hospital'],
});
