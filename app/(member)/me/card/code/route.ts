import { cardCode, findMyCard } from '@/features/members/queries/my-card';
import { currentCtx } from '@/lib/auth/session';
import { qrDrawing } from '@/lib/documents/qr';
import { publicOrigin } from '@/lib/http/origin';

const headers = { 'cache-control': 'private, no-store' };

/** The signed-in member's newest card code, as a drawing; 404 for everyone else. */
export async function GET(): Promise<Response> {
  const ctx = await currentCtx();
  const card = await findMyCard(ctx);
  if (!card) return Response.json({ code: 'not_found' }, { status: 404, headers });
  const { path, secondsLeft } = cardCode(card.membershipId, new Date());
  const drawing = qrDrawing(`${await publicOrigin()}${path}`);
  return Response.json({ drawing, secondsLeft }, { headers });
}
