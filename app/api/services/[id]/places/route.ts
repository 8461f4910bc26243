import { findSeats } from '@/features/places/queries/seats';
import { anonymous } from '@/lib/actor';
import { currentCtx } from '@/lib/auth/session';
import { makeCtx } from '@/lib/ctx';
import { formatTime } from '@/lib/dates';

export const dynamic = 'force-dynamic';

/** The open page asks for the counts alone, instead of for itself; every 15 seconds at most. */
export async function GET(
  _request: unknown,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  const ctx = { ...makeCtx(anonymous), readsOnly: true };
  const seats = await findSeats(ctx, id, currentCtx);
  return Response.json(
    { at: formatTime(ctx.now), seats: seats ?? {} },
    { status: seats ? 200 : 404, headers: { 'Cache-Control': 'private, no-store' } },
  );
}
