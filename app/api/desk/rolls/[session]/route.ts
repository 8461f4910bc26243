import { exportRoll } from '@/features/programmes/commands/export-roll';
import { exportRollInput } from '@/features/programmes/schema/roll';
import { answerColumns } from '@/features/questions/queries/answer-columns';
import { currentCtx } from '@/lib/auth/session';
import { Forbidden, NotFound } from '@/lib/errors';
import { formToObject } from '@/lib/form';
import { isUuid } from '@/lib/ids';

const plain = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'private, no-store' };
const gone = () => new Response('内容不存在或已下线', { status: 404, headers: plain });
const seeOther = (location: string) =>
  new Response(null, { status: 303, headers: { location, 'cache-control': 'private, no-store' } });

/** Back to the page with the code and what was typed. */
const backTo = (sessionId: string, code: string, reason: string | null) => {
  const query = new URLSearchParams({ export: code, ...(reason ? { reason } : {}) });
  return `/desk/rolls/${sessionId}?${query}`;
};

/** The roll as a file, or back to its page with the reason. POST, because each export is recorded. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ session: string }> },
): Promise<Response> {
  const { session: sessionId } = await params;
  const ctx = await currentCtx();
  if (ctx.actor.kind !== 'account') return seeOther('/staff/login');
  if (!isUuid(sessionId)) return gone();
  const form = await request.formData().catch(() => null);
  const input = exportRollInput.safeParse(form ? formToObject(form) : null);
  if (!input.success) return seeOther(backTo(sessionId, 'needs_reason', null));
  try {
    const result = await exportRoll(ctx, { ...input.data, sessionId }, answerColumns);
    if (!result.ok) return seeOther(backTo(sessionId, result.reason, input.data.reason));
    const { name, content } = result.value;
    return new Response(new Uint8Array(content), {
      headers: {
        'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'content-disposition': `attachment; filename="roll.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  } catch (error) {
    if (error instanceof NotFound || error instanceof Forbidden) return gone();
    throw error;
  }
}
