import { openFoundingFile } from '@/features/founding/queries/files';
import { saysPdf } from '@/lib/documents/plain-pdf';
import { fileRoute } from '@/lib/forms/file-route';

export const dynamic = 'force-dynamic';

/** A scan behind a step of a founding, for who prepares it; every look is recorded. */
export const GET = fileRoute<{ id: string }>(
  async (ctx, { id }) => {
    const content = await openFoundingFile(ctx, id);
    // A PDF is saved, never opened inside the page.
    return saysPdf(content)
      ? { content, type: 'application/pdf', name: 'scan.pdf' }
      : { content, type: 'image/jpeg', name: 'scan.jpg', inline: true };
  },
  { who: 'staff' },
);
