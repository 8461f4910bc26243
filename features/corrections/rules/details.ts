import { type CorrectionField, correctionFields, type RecordedIdentity } from './identity';

/** What a request holds sealed: what stood when it was sent, what is right, and why in the asker's words. */
export interface CorrectionDetails {
  readonly before: RecordedIdentity;
  readonly after: RecordedIdentity;
  readonly why: string | null;
}

/** The stored columns as groups of facts. */
export const fieldsOf = (stored: readonly string[]): CorrectionField[] =>
  correctionFields.filter((field) => stored.includes(field));
