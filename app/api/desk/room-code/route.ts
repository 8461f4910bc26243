import { getRoomScreen } from '@/features/attendance/queries/room-screen';
import { currentCtx } from '@/lib/auth/session';
import { qrDrawing } from '@/lib/documents/qr';
import { Forbidden, NotFound } from '@/lib/errors';
import { publicOrigin } from '@/lib/http/origin';

export const dynamic = 'force-dynamic';

const headers = { 'Cache-Control': 'private, no-store' };

/** The room's newest code as a drawing, and how many are here. */
export async function GET(request: Request): Promise<Response> {
  const ctx = await currentCtx();
  if (ctx.actor.kind !== 'account') return Response.json(null, { status: 401, headers });
  const sessionId = new URL(request.url).searchParams.get('session') ?? '';
  try {
    const { path, secondsLeft, present, expected } = await getRoomScreen(ctx, sessionId);
    const drawing = qrDrawing(`${await publicOrigin()}${path}`);
    return Response.json({ drawing, secondsLeft, present, expected }, { headers });
  } catch (error) {
    if (error instanceof NotFound) return Response.json(null, { status: 404, headers });
    if (error instanceof Forbidden) return Response.json(null, { status: 403, headers });
    throw error;
  }
}
