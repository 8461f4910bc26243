import { z } from 'zod';
import { cleanText } from '@/lib/text';
import { bookFields } from '../rules/books';

const cell = cleanText({ max: 200, min: 0 }).optional();

/** The cells that a row of any book may have. */
const cells = Object.fromEntries(
  Object.values(bookFields)
    .flat()
    .map(({ key }) => [key, cell]),
);

/** The cells of one row as they should be, by field; a field that is not sent stays as it is. */
export const correctRowInput = z
  .strictObject({ importId: z.uuid(), rowId: z.uuid(), ...cells })
  .transform(({ importId, rowId, ...values }) => ({
    ...{ importId, rowId },
    values: values as Readonly<Record<string, string | undefined>>,
  }));
export type CorrectRowInput = z.output<typeof correctRowInput>;
