import type { Actor } from '@/lib/actor';
import { system } from '@/lib/actor';
import { type Ctx, makeCtx } from '@/lib/ctx';
import { transaction } from '@/lib/transaction';

/** Does some preparing as the house, past all row policies, in a transaction of its own. */
export const arrange = <T>(work: (tx: Ctx) => Promise<T>): Promise<T> =>
  transaction(makeCtx(system('测试')), work);

/** The context in which a command or query is called for this actor. */
export const as = (actor: Actor): Ctx => makeCtx(actor);
