import type { NextRequest } from 'next/server';
import { openRollLink } from '@/features/programmes/commands/open-roll-link';
import { rollLinkQuery } from '@/features/programmes/schema/roll';
import { answerColumns } from '@/features/questions/queries/answer-columns';
import { currentCtx } from '@/lib/auth/session';
import { Forbidden, NotFound } from '@/lib/errors';
import { gone, seeOther, spreadsheetFile } from '@/lib/file-answer';
import { isUuid } from '@/lib/ids';

/** A look ahead: by a browser that guesses, a chat that previews. It would use the link up unseen. */
const looksAhead = ({ method, headers }: Request): boolean =>
  method === 'HEAD' ||
  /prefetch|prerender|preview/.test(`${headers.get('sec-purpose')} ${headers.get('purpose')}`);

/** Opens the single-use link to a roll with whole numbers; a used or late one leads back to the roll. */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<{ session: string }> },
): Promise<Response> {
  if (looksAhead(request)) return new Response(null, { status: 204 });
  const { session: sessionId } = await params;
  const ctx = await currentCtx();
  if (ctx.actor.kind !== 'account') return seeOther('/staff/login');
  const { link } = rollLinkQuery.parse(Object.fromEntries(request.nextUrl.searchParams));
  if (!isUuid(sessionId)) return gone();
  try {
    const result = await openRollLink(ctx, { sessionId, token: link }, answerColumns);
    if (!result.ok) return seeOther(`/desk/rolls/${sessionId}?export=${result.reason}`);
    return spreadsheetFile(result.value);
  } catch (error) {
    if (error instanceof NotFound || error instanceof Forbidden) return gone();
    throw error;
  }
}
