import { z } from 'zod';
import { optionalNumber, recordId, recordVersion } from '@/lib/forms/form-fields';
import { one } from '@/lib/one';
import { sharedWords } from '@/lib/search';
import { cleanText, optionalText } from '@/lib/text';

const facts = {
  name: cleanText({ max: 30, min: 2, required: '请填地点名称' }),
  townId: z
    .union([recordId, z.literal('')])
    .optional()
    .transform((chosen) => chosen || null),
  address: cleanText({ max: 100, min: 4, required: '请填地址，会员照着找' }),
  mapUrl: optionalText({ max: 300 }),
  capacity: optionalNumber(1, 100_000).transform((n) => n ?? null),
};

export const addVenueInput = z.strictObject({ organisationId: recordId, ...facts });
export type AddVenueInput = z.output<typeof addVenueInput>;

export const changeVenueInput = z.strictObject({
  venueId: recordId,
  version: recordVersion,
  ...facts,
});
export type ChangeVenueInput = z.output<typeof changeVenueInput>;

export const closeVenueInput = z.strictObject({
  venueId: recordId,
  version: recordVersion,
  reason: cleanText({ max: 100, required: '请写明为什么停用' }),
});
export type CloseVenueInput = z.output<typeof closeVenueInput>;

export const reopenVenueInput = z.strictObject({ venueId: recordId, version: recordVersion });
export type ReopenVenueInput = z.output<typeof reopenVenueInput>;

const wish = <T extends z.ZodType>(type: T) => z.preprocess(one, type.optional().catch(undefined));

/** What the list asks of the address; anything odd counts as not asked for. */
export const venueFilter = z.object({
  q: wish(sharedWords),
  state: wish(z.literal('closed')),
  page: z.preprocess(one, z.coerce.number().int().min(1).max(1000).catch(1)),
});
export type VenueFilter = z.output<typeof venueFilter>;
