import { openFoundingFile } from '@/features/founding/queries/files';
import { fileRoute } from '@/lib/forms/file-route';

export const dynamic = 'force-dynamic';

/** A scan behind a step of a founding, for who prepares it; every look is recorded. */
export const GET = fileRoute<{ id: string }>(
  async (ctx, { id }) => ({
    content: await openFoundingFile(ctx, id),
    type: 'image/jpeg',
    name: 'scan.jpg',
    inline: true,
  }),
  { who: 'staff' },
);
