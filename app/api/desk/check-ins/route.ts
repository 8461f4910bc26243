import { checkInBatch } from '@/features/attendance/commands/check-in-batch';
import { offlineList } from '@/features/attendance/queries/offline-list';
import { checkInBatchInput } from '@/features/attendance/schema/check-in';
import { attendanceWords } from '@/features/attendance/words';
import { currentCtx } from '@/lib/auth/session';
import { Forbidden, NotFound } from '@/lib/errors';
import { jsonRoute } from '@/lib/forms/json-route';

export const dynamic = 'force-dynamic';

const headers = { 'Cache-Control': 'private, no-store' };

/** 500 scans of 400 characters each, with their ids. */
const largest = 512 * 1024;

/** Scans of one door, online one by one or after an offline spell all at once. */
export const POST = jsonRoute('checkInBatch', checkInBatchInput, checkInBatch, {
  words: attendanceWords,
  largest,
  keyed: false,
});

/** The door's encrypted list, for scanning without network. */
export async function GET(request: Request): Promise<Response> {
  const ctx = await currentCtx();
  if (ctx.actor.kind !== 'account') return Response.json(null, { status: 401, headers });
  const sessionId = new URL(request.url).searchParams.get('session') ?? '';
  try {
    return Response.json(await offlineList(ctx, sessionId), { headers });
  } catch (error) {
    if (error instanceof NotFound) return Response.json(null, { status: 404, headers });
    if (error instanceof Forbidden) return Response.json(null, { status: 403, headers });
    throw error;
  }
}
