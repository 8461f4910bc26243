import { readiness } from '@/lib/readiness';

export const dynamic = 'force-dynamic';

/** Whether a load balancer may send people here. */
export async function GET(): Promise<Response> {
  const status = await readiness();
  const headers = { 'Cache-Control': 'no-store' };
  return Response.json({ status }, { status: status === 'ready' ? 200 : 503, headers });
}
