import 'server-only';
import { currentCtx } from '../auth/session';
import type { Ctx } from '../ctx';
import { Forbidden, NotFound } from '../errors';
import { type FileContent, fileAnswer, gone, seeOther, signInFirst } from '../http/file-answer';

interface Options {
  /**
   * Who may ask at all; the query or command decides the rest. `fresh`: after a long pause the phone may be
   * in other hands. `staff`: a page of the desk posts here, and leads to its own sign-in.
   */
  readonly who?: 'anyone' | 'signed_in' | 'fresh' | 'staff';
}

function notYet({ actor }: Ctx, who: Options['who']): Response | null {
  if (who === 'anyone') return null;
  if (actor.kind !== 'account') return who === 'staff' ? seeOther('/staff/login') : signInFirst();
  const stale = who === 'fresh' && actor.fresh === false;
  return stale ? signInFirst('停留时间较长，请重新登录后再下载') : null;
}

/**
 * A handler that answers with a file, beside `jsonRoute`: who asks, the headers of the file, and one answer
 * for what is not there and what is not theirs. Any other error goes on to the error page and the log.
 * @param find the file; or another answer, as to a form that was filled in wrongly
 */
export function fileRoute<P extends Record<string, string>>(
  find: (ctx: Ctx, params: P, request: Request) => Promise<FileContent | Response>,
  { who = 'anyone' }: Options = {},
): (request: Request, at: { params: Promise<P> }) => Promise<Response> {
  return async (request, { params }) => {
    const ctx = await currentCtx();
    const stop = notYet(ctx, who);
    if (stop) return stop;
    try {
      const found = await find(ctx, await params, request);
      return found instanceof Response ? found : fileAnswer(found);
    } catch (error) {
      if (error instanceof NotFound || error instanceof Forbidden) return gone();
      throw error;
    }
  };
}
