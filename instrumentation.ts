import type { Instrumentation } from 'next';
import { noteBusy } from '@/lib/arrival';
import { busyCode } from '@/lib/busy';
import { one } from '@/lib/one';

/** Runs once in each process, before its first request: settings are complete, the database is sound. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { checkProcess } = await import('@/lib/http/process-check');
  await checkProcess();
}

/** Every error that a page, action or route handler let through; the person sees its number only. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const code = busyCode(error);
  // Before anything is waited for: the head of the answer may be next.
  if (code) noteBusy();
  const { log } = await import('./lib/log');
  const given = request.headers['x-request-id'];
  const requestId = one(given);
  const fields = { requestId, route: context.routePath, method: request.method };
  if (code) log().warn('busy', { ...fields, code });
  else log().error('request failed', fields, error);
};
