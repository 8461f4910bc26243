import { z } from 'zod';
import { offeringKinds } from '@/db/schema/enums';
import { sharedWords } from '@/lib/search';

const one = z.union([z.string(), z.array(z.string()).transform((all) => all[0] ?? '')]);

/** The list's filters as they stand in the address; anything unknown is left out, never an error. */
export const catalogueFilter = z.object({
  q: sharedWords,
  open: one.transform((v) => v === '1').catch(false),
  kind: one.pipe(z.enum(offeringKinds)).nullable().catch(null),
  when: one
    .pipe(z.enum(['week', 'month', 'later']))
    .nullable()
    .catch(null),
  town: one.pipe(z.uuid()).nullable().catch(null),
  free: one.transform((v) => v === '1').catch(false),
  page: one.transform(Number).pipe(z.number().int().min(1).max(50)).catch(1),
});
/** Who, which session, which day, as the detail and the check page carry them; nonsense is left out. */
export const choiceQuery = z.object({
  who: one
    .pipe(z.union([z.literal('self'), z.uuid()]))
    .optional()
    .catch(undefined),
  s: one.pipe(z.uuid()).optional().catch(undefined),
  day: one.pipe(z.iso.date()).optional().catch(undefined),
});
export type CatalogueFilter = z.output<typeof catalogueFilter>;
export type When = NonNullable<CatalogueFilter['when']>;

export const whenLabels: Record<When, string> = {
  week: '7 天内',
  month: '30 天内',
  later: '30 天后',
};
