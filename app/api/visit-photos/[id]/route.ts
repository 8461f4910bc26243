import { openVisitPhoto } from '@/features/employer-register/queries/visits';
import { fileRoute } from '@/lib/forms/file-route';

export const dynamic = 'force-dynamic';

/** A photo of a visit, for who sees the register where it was taken. */
export const GET = fileRoute<{ id: string }>(
  async (ctx, { id }) => ({
    content: await openVisitPhoto(ctx, id),
    type: 'image/jpeg',
    name: 'visit.jpg',
    inline: true,
  }),
  { who: 'staff' },
);
