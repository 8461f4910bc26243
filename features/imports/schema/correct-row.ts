import { z } from 'zod';
import { cleanText } from '@/lib/text';

const cell = cleanText({ max: 200, min: 0 }).optional();

/** The cells of one row as they should be, by field; a field that is not sent stays as it is. */
export const correctRowInput = z
  .strictObject({
    importId: z.uuid(),
    rowId: z.uuid(),
    name: cell,
    idType: cell,
    idNumber: cell,
    phone: cell,
    joinedOn: cell,
    occupation: cell,
    employerName: cell,
    union: cell,
  })
  .transform(({ importId, rowId, ...values }) => ({ importId, rowId, values }));
export type CorrectRowInput = z.output<typeof correctRowInput>;
