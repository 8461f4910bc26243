import { openProof } from '@/features/corrections/queries/open-proof';
import { currentCtx } from '@/lib/auth/session';
import { Forbidden, NotFound } from '@/lib/errors';
import { gone, signInFirst } from '@/lib/http/file-answer';

export const dynamic = 'force-dynamic';

/** One photo of a proof, for the page of its request; kept by no cache, and nothing in it runs. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  const ctx = await currentCtx();
  // After a long pause the phone may be in other hands.
  if (ctx.actor.kind !== 'account' || ctx.actor.fresh === false) return signInFirst();
  try {
    const photo = await openProof(ctx, id);
    return new Response(new Uint8Array(photo), {
      headers: {
        'content-type': 'image/jpeg',
        'content-disposition': 'inline; filename="proof.jpg"',
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  } catch (error) {
    if (error instanceof NotFound || error instanceof Forbidden) return gone();
    throw error;
  }
}
