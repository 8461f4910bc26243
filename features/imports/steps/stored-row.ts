import 'server-only';
import { importDetails } from '@/db/schema/imports';
import { openField } from '@/lib/crypto/field';
import type { RowDetails } from '../rules/row-details';

/** Why a row is not taken back, beside what happened to it. */
export type Touched =
  | 'signed_in'
  | 'edited'
  | 'booked'
  | 'family'
  | 'messaged'
  | 'visited'
  | 'listed'
  | 'founding'
  | 'members'
  | 'officers'
  | 'children'
  | 'used';

/** A row that was written, as it is stored. */
export interface WrittenStored {
  readonly id: string;
  readonly made: Readonly<Record<string, unknown>> | null;
  readonly detailsSealed: string | null;
}

export interface TakenBack {
  readonly id: string;
  readonly state: 'taken_back' | 'stayed';
  readonly reason: Touched | null;
}

/** What is stored, sealed, of a row; null once it was forgotten. */
export const rowDetails = ({
  id,
  detailsSealed,
}: Pick<WrittenStored, 'id' | 'detailsSealed'>): RowDetails | null =>
  detailsSealed === null ? null : JSON.parse(openField(detailsSealed, importDetails(id)));

/** Each row with the reason for which it stays; without one it goes. */
export const takenOrStayed = (
  rows: readonly Pick<WrittenStored, 'id'>[],
  touched: ReadonlyMap<string, Touched>,
): TakenBack[] =>
  rows.map(({ id }) => {
    const reason = touched.get(id) ?? null;
    return { id, state: reason ? 'stayed' : 'taken_back', reason };
  });
