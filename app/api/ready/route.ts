import { readiness } from '@/lib/http/readiness';

export const dynamic = 'force-dynamic';

/** Whether a balancer should send people here. */
export async function GET(): Promise<Response> {
  const state = await readiness();
  return Response.json(state, {
    status: state.ready ? 200 : 503,
    headers: { 'Cache-Control': 'no-store' },
  });
}
