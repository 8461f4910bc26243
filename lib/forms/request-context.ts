import 'server-only';
import { unstable_rethrow } from 'next/navigation';
import { currentCtx } from '../auth/session';
import type { Ctx } from '../ctx';
import { requestId } from '../request-id';
import { stateOfError } from './failures';
import type { ActionState } from './form';

/** Who asks; or, when a rush keeps even that from being read, what to tell them instead of an error page. */
export async function requestContext(): Promise<{ ctx: Ctx } | { ctx: null; state: ActionState }> {
  try {
    return { ctx: await currentCtx() };
  } catch (error) {
    unstable_rethrow(error);
    return { ctx: null, state: stateOfError({ requestId: await requestId() }, error) };
  }
}
