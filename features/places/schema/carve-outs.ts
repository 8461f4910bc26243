import { z } from 'zod';
import {
  occupationCode,
  optionalInstant,
  recordId,
  several,
  ticked,
  wholeNumber,
} from '@/lib/forms/form-fields';
import { cleanText } from '@/lib/text';

const shape = {
  newFormOnly: z.boolean().default(false),
  occupations: z.array(z.string().max(40)).max(60).default([]),
  organisationIds: z.array(z.uuid()).max(50).default([]),
  /** 留位 for one attendee, person or child, and nobody else. */
  reservedFor: z.uuid().optional(),
  /** 留位 for a purpose: only the desk gives it. */
  deskOnly: z.literal(true).optional(),
};

/** `carve_outs.criteria`: who belongs to the group, in the words of the eligibility rules. */
export const carveOutCriteria = z
  .strictObject(shape)
  .refine(
    (c) => isReservation(c) || c.newFormOnly || c.occupations.length + c.organisationIds.length > 0,
    { message: '至少选一个条件，不然就不用预留' },
  );
export type CarveOutCriteria = z.output<typeof carveOutCriteria>;

/** 留位: for one person or one purpose, not for a group. */
export const isReservation = (c: { reservedFor?: unknown; deskOnly?: unknown }): boolean =>
  Boolean(c.reservedFor || c.deskOnly);

/** Sets places aside for a group, or changes what was set aside. */
export const setCarveOutInput = z.strictObject({
  sessionId: recordId,
  carveOutId: z.preprocess((v) => (v === '' ? undefined : v), recordId.optional()),
  label: cleanText({ max: 20, required: '请写给谁预留' }),
  capacity: wholeNumber(1, 100_000, '请填预留几个'),
  newFormOnly: ticked,
  occupations: several(occupationCode, 60),
  organisationIds: several(recordId, 50),
  /** Empty: kept until given back by hand. */
  returnsAt: optionalInstant,
});
export type SetCarveOutInput = z.output<typeof setCarveOutInput>;

export const returnCarveOutInput = z.strictObject({ carveOutId: recordId });
export type ReturnCarveOutInput = z.output<typeof returnCarveOutInput>;
