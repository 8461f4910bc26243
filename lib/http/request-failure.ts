import { noteBusy } from '../arrival';
import { busyCode } from '../busy';

interface Failed {
  readonly requestId: string | undefined;
  readonly route: string;
  readonly method: string;
}

/**
 * Notes an error that a page, action or route handler let through: in the log, and for the answer, which
 * says 系统繁忙 after a wait that was too long. The person sees the request's number only.
 */
export async function noteFailure(error: unknown, fields: Failed): Promise<void> {
  const code = busyCode(error);
  // Before anything is waited for: the head of the answer may be next.
  if (code) noteBusy();
  const { log } = await import('../log');
  if (code) log().warn('busy', { ...fields, code });
  else log().error('request failed', fields, error);
}
