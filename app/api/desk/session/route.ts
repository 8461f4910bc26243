import { currentCtx } from '@/lib/auth/session';
import { secondsLeft } from '@/lib/auth/session-end';

export const dynamic = 'force-dynamic';

const answer = async (): Promise<Response> =>
  Response.json(
    { seconds: await secondsLeft() },
    { headers: { 'Cache-Control': 'private, no-store' } },
  );

/** How long this officer's session still lasts; asking does not make it last longer. */
export const GET = answer;

/** 继续: the officer is still there. */
export async function POST(): Promise<Response> {
  const { actor } = await currentCtx();
  return actor.kind === 'account' ? answer() : Response.json({ seconds: 0 }, { status: 401 });
}
