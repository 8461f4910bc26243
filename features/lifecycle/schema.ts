import { z } from 'zod';
import { childDestinations, closingWays } from '@/db/schema/enums';
import { id, organisationVersion } from '@/features/organisations/schema/organisation';
import { day, wholeNumber } from '@/lib/forms/form-fields';
import { cleanText } from '@/lib/text';

export const closeOrganisationInput = z.strictObject({
  id,
  version: organisationVersion,
  /** How many members the page showed. */
  members: wholeNumber(0, 10_000_000, '请刷新后重试'),
  way: z.enum(closingWays, { error: '请选撤销还是合并' }),
  successorId: z
    .union([z.literal(''), z.uuid('请重选接收的工会')])
    .optional()
    .transform((chosen) => chosen || null),
  childrenTo: z.enum(childDestinations, { error: '请选下级归到哪里' }).default('parent'),
  documentNo: cleanText({ max: 40, required: '请照纸面填批复文号' }),
  decidedOn: day('请选批复日期'),
  reason: cleanText({ max: 200, required: '请写明原因' }),
});
export type CloseOrganisationInput = z.output<typeof closeOrganisationInput>;

export const moveOrganisationInput = z.strictObject({
  id,
  version: organisationVersion,
  parentId: z.uuid('请选择新的上级'),
  reason: cleanText({ max: 200, required: '请写明调整原因' }),
});
export type MoveOrganisationInput = z.output<typeof moveOrganisationInput>;
