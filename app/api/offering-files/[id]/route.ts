import { openOfferingFile } from '@/features/publicity/queries/offering-files';
import { fileRoute } from '@/lib/forms/file-route';

export const dynamic = 'force-dynamic';

/** Its address never shows anything else; what is taken down is gone everywhere an hour later. */
const HOUR = 3600;

/** A picture in its page; a PDF is saved, never a page of ours: nothing in it runs here. */
export const GET = fileRoute<{ id: string }>(async (ctx, { id }) => {
  const { kind, words, content, forAnyone } = await openOfferingFile(ctx, id);
  const pdf = kind === 'pdf';
  return {
    content,
    type: pdf ? 'application/pdf' : 'image/jpeg',
    name: pdf ? 'attachment.pdf' : 'picture.jpg',
    chineseName: `${words}.${pdf ? 'pdf' : 'jpg'}`,
    inline: !pdf,
    forAnyone: forAnyone && HOUR,
  };
});
