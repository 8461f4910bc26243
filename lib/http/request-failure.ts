import { noteBusy, noteUnreadable } from '../arrival';
import { busyCode } from '../busy';

interface Failed {
  readonly requestId: string | undefined;
  readonly route: string;
  readonly method: string;
}

// A multipart body that was cut or garbled, in the words of the two that read it: Node's fetch, for a form
// without script, and the reader of Next for one with.
const garbled = /^(Failed to parse body as FormData|Unexpected end of form|Malformed part header)/;

/**
 * Notes an error that a page, action or route handler let through: in the log, and for the answer, which
 * says 系统繁忙 after a wait that was too long, and 提交的内容不完整 of a form that did not arrive whole. The person sees the request's number only.
 */
export async function noteFailure(error: unknown, fields: Failed): Promise<void> {
  const code = busyCode(error);
  // Before anything is waited for: the head of the answer may be next.
  if (code) noteBusy();
  const cut = error instanceof Error && garbled.test(error.message);
  if (cut) noteUnreadable();
  const { log } = await import('../log');
  if (code) log().warn('busy', { ...fields, code });
  else if (cut) log().warn('unreadable form', { ...fields });
  else log().error('request failed', fields, error);
}
