import type { Instrumentation } from 'next';

/** Runs once in each process, before its first request: settings are complete, the database is sound. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { checkProcess } = await import('./lib/process-check');
  await checkProcess();
}

/** Every error that a page, action or route handler let through; the person sees its number only. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { log } = await import('./lib/log');
  const given = request.headers['x-request-id'];
  const requestId = Array.isArray(given) ? given[0] : given;
  log().error(
    'request failed',
    { requestId, route: context.routePath, method: request.method },
    error,
  );
};
