import 'server-only';
import { sql } from 'drizzle-orm';
import { accountPhone } from '@/db/schema/identity';
import { recordAudit } from '../audit';
import { parseIdentityDocument } from '../china/id/parse';
import { identityDocumentTypes } from '../china/id/types';
import { blindIndexQueue } from '../crypto/blind-index';
import { sealField } from '../crypto/field';
import type { Ctx } from '../ctx';
import { todayOn } from '../dates';
import { maskPhone } from '../format';
import { readSettings } from '../settings';
import { phoneIndexes } from './known-devices';
import { silentPhoneDays } from './settings';

// Carriers give a number out again after 90 days (电信网码号资源管理办法). Who holds it then proves with
// the identity number that they are who they were; nothing of the account is shown before.

/**
 * Whether a phone or WeChat alone is not enough: the account was silent for `silent_phone_days`, this
 * browser is new to it, and it holds something of a person.
 */
export async function mustProveIdentity(tx: Ctx, accountId: string): Promise<boolean> {
  const { days } = await readSettings(tx, { days: silentPhoneDays });
  const [row] = await tx.db.execute<{ must: boolean }>(
    sql`select must_prove_identity(${accountId}::uuid, ${tx.client?.browser ?? ''}, ${days}) as must`,
  );
  return row?.must === true;
}

/**
 * Whether losing the account would lose anybody anything: a password, a name, an application, a
 * child, a booking, a role, a notice.
 */
export async function holdsAnything(tx: Ctx, accountId: string): Promise<boolean> {
  const [row] = await tx.db.execute<{ holds: boolean }>(
    sql`select account_holds_anything(${accountId}::uuid) as holds`,
  );
  return row?.holds !== false;
}

/** What a typed number is found by, as whatever kind of document it may be read; empty for no such number. */
function documentIndexes(typed: string, today: string): string[] {
  return identityDocumentTypes.flatMap((type) => {
    const read = parseIdentityDocument(type, typed, today);
    return read.ok ? blindIndexQueue(`document|${type}`, read.normalised) : [];
  });
}

/** Whether the typed number is the one that the account's person, or an application of theirs, carries. */
export async function provesIdentity(tx: Ctx, accountId: string, typed: string): Promise<boolean> {
  const indexes = documentIndexes(typed, todayOn(tx.now));
  if (indexes.length === 0) return false;
  const [row] = await tx.db.execute<{ proved: boolean }>(
    sql`select proves_identity(${accountId}::uuid, ${`{${indexes.join(',')}}`}::text[]) as proved`,
  );
  return row?.proved === true;
}

/**
 * Takes the phone off an account whose person no longer has it. The record stays; they come back at a
 * counter, or with their WeChat. Every session ends, open invitations to the number lapse.
 * @param by what proved it, for the ledger
 * @returns false when the account no longer has this phone
 */
export async function releasePhone(
  tx: Ctx,
  { accountId, phone, by }: { accountId: string; phone: string; by: string },
): Promise<boolean> {
  const nothing = sealField('', accountPhone(accountId));
  const [row] = await tx.db.execute<{ released: boolean }>(
    sql`select release_phone(${accountId}::uuid, ${phoneIndexes(phone)}::text[], ${nothing}) as released`,
  );
  if (!row?.released) return false;
  await recordAudit(tx, {
    action: 'release_phone',
    entityType: 'account',
    entityId: accountId,
    before: { phone: maskPhone(phone) },
    after: { by },
  });
  return true;
}
