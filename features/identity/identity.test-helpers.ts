import { anAccount, type MadeAccount } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { sqlAsOwner } from '@/db/testing';
import type { AccountActor } from '@/lib/actor';
import { anonymous } from '@/lib/actor';
import type { Identity } from '@/lib/auth/authorization';
import { hashPassword } from '@/lib/auth/password';
import { phoneTicket } from '@/lib/auth/phone-ticket';
import { actorOfToken } from '@/lib/auth/session';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { outboxBody } from '@/lib/messaging/outbox';
import { requestCode } from './commands/request-code';

export const PASSWORD = 'li-ming-de-mi-ma';

/** Somebody who is not signed in, at one browser and address. */
export const visitor = (browser = 'b1', address: string | null = '10.0.0.1'): Ctx => ({
  ...as(anonymous),
  client: { browser, address, device: 'Chrome · 安卓手机' },
});

/** The request of whoever holds this session token now. */
export async function holder(token: string, browser = 'b1'): Promise<Ctx> {
  return { ...visitor(browser), actor: await actorOfToken(token) };
}

export const withRecentFactor = (actor: AccountActor, minutesAgo = 1): Ctx => ({
  ...visitor(),
  actor: { ...actor, steppedUpAt: new Date(Date.now() - minutesAgo * 60_000) },
});

/** The code of the newest text, as the phone would show it. */
export async function lastCode(): Promise<string> {
  const [row] = await sqlAsOwner()<{ id: string; body_sealed: string }[]>`
    select id, body_sealed from outbox where template = 'login_code' order by created_at desc, id desc limit 1`;
  if (!row) throw new Error('no text was queued');
  return JSON.parse(openField(row.body_sealed, outboxBody(row.id))).params.code;
}

/** Asks for a code; gives the sealed phone and the code. */
export async function askCode(ctx: Ctx, phone: string) {
  const asked = await requestCode(ctx, { phone });
  if (!asked.ok) throw new Error(`refused: ${asked.reason}`);
  return { to: phoneTicket(ctx, phone), code: await lastCode() };
}

export const anAccountWithPassword = async (phone?: string): Promise<MadeAccount> => {
  const passwordHash = await hashPassword(PASSWORD);
  return arrange((tx) => anAccount(tx, { phone, passwordHash }));
};

/** Somebody whom the provider at this address vouches for. */
export const vouchedFor = (subject: string, issuer = 'https://id.example.cn'): Identity => ({
  ...{ provider: 'oidc', issuer, subject, displayName: '' },
});

/** How many audit lines of this action stand on record. */
export async function audited(action: string): Promise<number> {
  const [row] = await sqlAsOwner()<{ n: number }[]>`
    select count(*)::int as n from audit_entries where action = ${action}`;
  return row?.n ?? 0;
}
