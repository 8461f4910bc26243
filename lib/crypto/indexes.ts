import { blindIndex } from './blind-index';
import type { SealedColumn } from './field';

/** In a browser, for an account: no row of ours. */
export const keptForm = (rowId: string): SealedColumn => ({
  table: 'kept_form',
  column: 'values',
  rowId,
});
/** In an address, for an account or a browser: no row of ours. */
export const searchedWords = (rowId: string): SealedColumn => ({
  table: 'search',
  column: 'words',
  rowId,
});

/** What a phone is found by: a keyed hash, so that the table of accounts names no number. */
export const phoneIndex = (phone: string): string => blindIndex('phone', phone);

/** What an identity document is found by; the same digits of two kinds of document differ. */
export const documentIndex = (type: string, normalised: string): string =>
  blindIndex(`document|${type}`, normalised);
