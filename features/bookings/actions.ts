'use server';
import { deskOfferingWords as words } from '@/features/offerings/words';
import { action } from '@/lib/forms/action';
import { revealAttendee } from './commands/reveal-attendee';
import { revealAttendees } from './commands/reveal-attendees';
import { revealAttendeeInput, revealAttendeesInput } from './schema/reveal';

const staff = { as: 'staff', words } as const;

export const revealAttendeeAction = action(
  'revealAttendee',
  revealAttendeeInput,
  revealAttendee,
  staff,
);

export const revealAttendeesAction = action(
  'revealAttendees',
  revealAttendeesInput,
  revealAttendees,
  staff,
);
