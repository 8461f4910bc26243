import 'server-only';
import { currentCtx } from '@/lib/auth/session';
import { NotFound } from '@/lib/errors';
import { getDrawText } from './draw-page';

/** A published text as an answer of its own: plain, and never again another once it stands. */
export async function drawFile(id: string, which: 'list' | 'results'): Promise<Response> {
  try {
    const text = await getDrawText(await currentCtx(), id, which);
    return new Response(text, {
      headers: {
        'Content-Type': 'text/plain; charset=utf-8',
        'Content-Disposition': `inline; filename="${which}.txt"`,
        'Cache-Control': 'private, no-store',
      },
    });
  } catch (error) {
    if (error instanceof NotFound) return new Response('内容不存在或已下线', { status: 404 });
    throw error;
  }
}
