import type { Instrumentation } from 'next';
import { noteFailure } from '@/lib/http/request-failure';
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
  const requestId = one(request.headers['x-request-id']);
  await noteFailure(error, { requestId, route: context.routePath, method: request.method });
};
