import { z } from 'zod';
import { offeringKinds } from '@/db/schema/enums';
import { one } from '@/lib/one';
import { sharedWords } from '@/lib/search';

const text = z.preprocess(one, z.string());

/** The list's filters as they stand in the address; anything unknown is left out, never an error. */
export const catalogueFilter = z.object({
  q: sharedWords,
  open: text.transform((v) => v === '1').catch(false),
  kind: text.pipe(z.enum(offeringKinds)).nullable().catch(null),
  when: text
    .pipe(z.enum(['week', 'month', 'later']))
    .nullable()
    .catch(null),
  town: text.pipe(z.uuid()).nullable().catch(null),
  free: text.transform((v) => v === '1').catch(false),
  page: text.transform(Number).pipe(z.number().int().min(1).max(50)).catch(1),
});
/** Who, which session, which day, as the detail and the check page carry them; nonsense is left out. */
export const choiceQuery = z.object({
  who: text
    .pipe(z.union([z.literal('self'), z.uuid()]))
    .optional()
    .catch(undefined),
  s: text.pipe(z.uuid()).optional().catch(undefined),
  day: text.pipe(z.iso.date()).optional().catch(undefined),
});
export type CatalogueFilter = z.output<typeof catalogueFilter>;
export type When = NonNullable<CatalogueFilter['when']>;

export const whenLabels: Record<When, string> = {
  week: '7 天内',
  month: '30 天内',
  later: '30 天后',
};
