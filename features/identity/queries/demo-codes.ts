import 'server-only';
import { asc, isNotNull } from 'drizzle-orm';
import { accounts, accountTotp } from '@/db/schema/identity';
import { phoneOf } from '@/lib/auth/account';
import { totpCode } from '@/lib/auth/totp';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { env } from '@/lib/env';
import { NotFound } from '@/lib/errors';
import { formatPhone } from '@/lib/format';
import { readAsSystem } from '@/lib/transaction';

export interface DemoCode {
  displayName: string;
  phone: string;
  code: string;
  enrolled: boolean;
}

/**
 * The codes an invented officer's app would show now. Exists in the demo only. Throws NotFound everywhere
 * else. In order of the account's age, at most 40.
 */
export async function listDemoCodes(ctx: Ctx): Promise<DemoCode[]> {
  if (!env().demo) throw new NotFound('demo only');
  const rows = await readAsSystem(ctx, (systemTx) =>
    systemTx.db
      .select()
      .from(accounts)
      .where(isNotNull(accounts.totpSealed))
      .orderBy(asc(accounts.createdAt), asc(accounts.id))
      .limit(40),
  );
  return rows.map((row) => ({
    displayName: row.displayName,
    phone: formatPhone(phoneOf(row)),
    code: totpCode(openField(row.totpSealed ?? '', accountTotp(row.id)), ctx.now),
    enrolled: row.totpEnrolledAt !== null,
  }));
}
