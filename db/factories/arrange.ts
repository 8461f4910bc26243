import type { Actor } from '@/lib/actor';
import { system } from '@/lib/actor';
import { type Ctx, makeCtx } from '@/lib/ctx';
import { withKey } from '@/lib/idempotency';
import { transaction } from '@/lib/transaction';

/** Does some preparing as the system, past all row policies, in a transaction of its own. */
export const arrange = <T>(work: (tx: Ctx) => Promise<T>): Promise<T> =>
  transaction(makeCtx(system('测试')), work);

/** The context in which a command or query is called for this actor. */
export const as = (actor: Actor): Ctx => makeCtx(actor);

/** The same with a form's one-time key; other `input` stands for other content under it. */
export const keyed = (
  ctx: Ctx,
  key: string,
  { fields, input = null }: { fields: readonly string[]; input?: unknown },
): Ctx => withKey(ctx, key, { name: 'test', input, fields });
