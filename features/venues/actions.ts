'use server';
import { action } from '@/lib/forms/action';
import { closeVenue, reopenVenue } from './commands/close-venue';
import { addVenue, changeVenue } from './commands/save-venue';
import { addVenueInput, changeVenueInput, closeVenueInput, reopenVenueInput } from './schema/venue';
import { venueWords as words } from './words';

const toVenue =
  (done: string) =>
  ({ venueId }: { venueId: string }) =>
    `/desk/venues/${venueId}?done=${done}`;

export const addVenueAction = action('addVenue', addVenueInput, addVenue, {
  as: 'staff',
  receipt: ['venueId'],
  words,
  redirect: toVenue('added'),
});
export const changeVenueAction = action('changeVenue', changeVenueInput, changeVenue, {
  as: 'staff',
  words,
  redirect: toVenue('changed'),
});
export const closeVenueAction = action('closeVenue', closeVenueInput, closeVenue, {
  as: 'staff',
  words,
  redirect: toVenue('closed'),
});
export const reopenVenueAction = action('reopenVenue', reopenVenueInput, reopenVenue, {
  as: 'staff',
  words,
  redirect: toVenue('reopened'),
});
