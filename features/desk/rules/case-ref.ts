import type { caseKinds } from '@/db/schema/enums';

type Kind = (typeof caseKinds)[number];

/** How the address of the inbox names a case: an application by its id, a booking behind `b-`. */
export const refOf = (kind: Kind, id: string): string => (kind === 'bookings' ? `b-${id}` : id);
/** Which room’s case the address of the inbox names. */
export const kindOfRef = (ref: string): Kind =>
  ref.startsWith('b-') ? 'bookings' : 'applications';
/** The id behind what the address of the inbox names. */
export const idOfRef = (ref: string): string => ref.replace(/^b-/, '');

/** Sorts selected rows by what they are: applications by id, bookings behind `b-`. */
export function splitRefs(refs: readonly string[]) {
  const of = (kind: Kind) => refs.filter((ref) => kindOfRef(ref) === kind).map(idOfRef);
  return { applications: of('applications'), bookings: of('bookings') };
}
