import 'server-only';
import { desc, eq } from 'drizzle-orm';
import type { outboxStatuses } from '@/db/schema/enums';
import { accounts } from '@/db/schema/identity';
import { outbox } from '@/db/schema/kernel';
import { phoneOf } from '@/lib/auth/account';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { env } from '@/lib/env';
import { NotFound } from '@/lib/errors';
import { formatPhone } from '@/lib/format';
import { outboxBody, outboxPhone } from '@/lib/messaging/outbox';
import { readAsSystem } from '@/lib/transaction';

export interface DemoMessage {
  id: string;
  phone: string;
  text: string;
  at: Date;
  status: (typeof outboxStatuses)[number];
}

/**
 * The newest texts as the phones would show them. Exists in the demo only, where nobody is real. Throws
 * NotFound everywhere else.
 */
export async function listDemoMessages(ctx: Ctx): Promise<DemoMessage[]> {
  if (!env().demo) throw new NotFound('demo only');
  const rows = await readAsSystem(ctx, (systemTx) =>
    systemTx.db
      .select({ message: outbox, account: accounts })
      .from(outbox)
      .leftJoin(accounts, eq(accounts.id, outbox.accountId))
      .orderBy(desc(outbox.createdAt), desc(outbox.id))
      .limit(30),
  );
  return rows
    .filter(({ message }) => message.bodySealed !== '')
    .map(({ message, account }) => ({
      id: message.id,
      phone: message.phoneSealed
        ? formatPhone(openField(message.phoneSealed, outboxPhone(message.id)))
        : account
          ? formatPhone(phoneOf(account))
          : '',
      text: JSON.parse(openField(message.bodySealed, outboxBody(message.id))).text,
      at: message.createdAt,
      status: message.status,
    }));
}
