import { getDeskOffering } from '@/features/offerings/queries/desk-offering';
import { offeringPath } from '@/features/publicity/rules/shared-offering';
import { qrSvg } from '@/lib/documents/qr';
import { fileRoute } from '@/lib/forms/file-route';
import { publicOrigin } from '@/lib/http/origin';

/** The code of an offering as a file for posters of the officer's own. */
export const GET = fileRoute<{ id: string }>(
  async (ctx, { id }) => {
    const offering = await getDeskOffering(ctx, id);
    const content = qrSvg(`${await publicOrigin()}${offeringPath(offering.id)}`);
    return { content, type: 'image/svg+xml; charset=utf-8' };
  },
  { who: 'staff' },
);
