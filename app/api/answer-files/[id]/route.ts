import { openAnswerFile } from '@/features/questions/queries/open-answer-file';
import { mediaTypes } from '@/features/questions/rules/file-kind';
import { currentCtx } from '@/lib/auth/session';
import { Forbidden, NotFound } from '@/lib/errors';
import { gone, signInFirst } from '@/lib/http/file-answer';

/** A file somebody sent with their answers. Always a download, never a page of ours: nothing in it runs here. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  const ctx = await currentCtx();
  if (ctx.actor.kind !== 'account') return signInFirst();
  // As the pages that show a child or an answer: after a long pause the phone may be in other hands.
  if (ctx.actor.fresh === false) return signInFirst('停留时间较长，请重新登录后再下载');
  try {
    const { name, kind, content } = await openAnswerFile(ctx, id);
    return new Response(new Uint8Array(content), {
      headers: {
        'content-type': mediaTypes[kind],
        'content-disposition': `attachment; filename="answer"; filename*=UTF-8''${encodeURIComponent(name)}`,
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
