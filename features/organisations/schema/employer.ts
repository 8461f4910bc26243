import { z } from 'zod';
import { sharedWords } from '@/lib/search';
import { cleanText, optionalText } from '@/lib/text';
import { id, organisationVersion, usccOrNone } from './organisation';

const choice = z
  .union([z.uuid(), z.literal('')])
  .optional()
  .transform((chosen) => chosen || null);

const facts = {
  name: cleanText({ max: 80, min: 2, required: '请填写单位全称' }),
  uscc: usccOrNone,
  unionId: choice,
  townId: choice,
  industry: optionalText({ max: 40 }),
  staffCount: z
    .string()
    .trim()
    .regex(/^\d{0,6}$/, '请填写人数（整数）')
    .optional()
    .transform((n) => (n ? Number(n) : null)),
  address: optionalText({ max: 100 }),
};

export const addEmployerInput = z.strictObject(facts);
export type AddEmployerInput = z.output<typeof addEmployerInput>;

export const editEmployerInput = z.strictObject({ id, version: organisationVersion, ...facts });
export type EditEmployerInput = z.output<typeof editEmployerInput>;

/** What the list of employers asks of the address bar; anything odd falls back. */
export const employerFilter = z.object({
  q: sharedWords,
  union: z.enum(['with', 'without', '']).catch(''),
  town: z.union([z.uuid(), z.literal('')]).catch(''),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
});
export type EmployerFilter = z.output<typeof employerFilter>;
