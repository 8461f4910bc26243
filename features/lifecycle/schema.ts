import { z } from 'zod';
import { id, organisationVersion } from '@/features/organisations/schema/organisation';
import { cleanText } from '@/lib/text';

export const closeOrganisationInput = z.strictObject({
  id,
  version: organisationVersion,
  reason: cleanText({ max: 200, required: '请写明撤销原因' }),
});
export type CloseOrganisationInput = z.output<typeof closeOrganisationInput>;
