import 'server-only';
import { correctionDetails } from '@/db/schema/corrections';
import { openField, sealField } from '@/lib/crypto/field';
import type { CorrectionDetails } from '../rules/details';

/** The details of one request as they are stored. */
export const sealDetails = (id: string, details: CorrectionDetails): string =>
  sealField(JSON.stringify(details), correctionDetails(id));

/** What `sealDetails` stored; null once it was forgotten. */
export const openDetails = (row: {
  id: string;
  detailsSealed: string | null;
}): CorrectionDetails | null =>
  row.detailsSealed ? JSON.parse(openField(row.detailsSealed, correctionDetails(row.id))) : null;
