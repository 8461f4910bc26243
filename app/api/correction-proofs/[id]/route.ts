import { openProof } from '@/features/corrections/queries/open-proof';
import { fileRoute } from '@/lib/forms/file-route';

export const dynamic = 'force-dynamic';

/** One photo of a proof, for the page of its request; kept by no cache, and nothing in it runs. */
export const GET = fileRoute<{ id: string }>(
  async (ctx, { id }) => ({
    content: await openProof(ctx, id),
    type: 'image/jpeg',
    name: 'proof.jpg',
    inline: true,
  }),
  { who: 'fresh' },
);
