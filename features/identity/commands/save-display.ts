import 'server-only';
import { eq } from 'drizzle-orm';
import { cookies } from 'next/headers';
import { accounts } from '@/db/schema/identity';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { isSignedIn } from '../policy';
import type { Display } from '../schema/account';

const YEAR_SECONDS = 31_536_000;

/**
 * Keeps how large this browser shows text, and on the account too when somebody is signed in.
 * @open everybody may enlarge the text, before signing in as well (工信部 2021 适老化)
 * @unaudited a text size is nobody's business
 */
export async function saveDisplay(ctx: Ctx, input: Display): Promise<Result<null>> {
  const { actor } = ctx;
  if (isSignedIn(actor)) {
    await transaction(ctx, (tx) =>
      tx.db.update(accounts).set({ textSize: input.size }).where(eq(accounts.id, actor.accountId)),
    );
  }
  const jar = await cookies();
  const options = { path: '/', maxAge: YEAR_SECONDS, sameSite: 'lax' } as const;
  jar.set('size', input.size, options);
  jar.set('contrast', input.contrast ?? 'normal', options);
  return ok(null);
}
