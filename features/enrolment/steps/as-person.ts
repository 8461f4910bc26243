import 'server-only';
import type { AccountActor } from '@/lib/actor';
import type { Ctx } from '@/lib/ctx';

/**
 * The same request, acting as the person an officer books for: what they may see and book is judged by their
 * own rights, and nothing by the officer's. Only inside a transaction that the officer was authorised for.
 */
export const asPerson = (
  ctx: Ctx,
  { accountId, personId, name }: { accountId: string; personId: string; name: string | null },
): Ctx & { actor: AccountActor } => ({
  ...ctx,
  actor: {
    kind: 'account',
    accountId,
    personId,
    sessionId: '',
    displayName: name ?? '本人',
    assurance: 'sms',
    mode: 'member',
    grants: [],
  },
});
