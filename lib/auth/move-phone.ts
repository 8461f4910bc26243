import 'server-only';
import { eq } from 'drizzle-orm';
import { accountPhone, accounts } from '@/db/schema/identity';
import { sealField } from '../crypto/field';
import { phoneIndex } from '../crypto/indexes';
import type { Ctx } from '../ctx';
import { bySystem } from '../transaction';
import { findAccountByPhone } from './account';
import { holdsAnything, mustProveIdentity, releasePhone } from './silent-phone';

/** `phone_taken`: somebody uses it. `phone_silent`: it has an account, silent for long; ask whose that is. */
export type PhoneRefusal = 'phone_taken' | 'phone_silent';

interface Move {
  accountId: string;
  /** Proved with a code by whoever moves to it. */
  phone: string;
  /** Its holder says that an old, silent account on it is another person's. */
  notMine: boolean;
}

/** Frees the phone of an account that holds nothing, or of one that had another owner. */
async function takeOver(tx: Ctx, { phone, notMine }: Move): Promise<PhoneRefusal | null> {
  const other = await findAccountByPhone(tx, phone);
  if (!other) return null;
  if (await holdsAnything(tx, other.id)) {
    if (!(await mustProveIdentity(tx, other.id))) return 'phone_taken';
    if (!notMine) return 'phone_silent';
  }
  const released = await releasePhone(tx, { accountId: other.id, phone, by: 'new_owner' });
  return released ? null : 'phone_taken';
}

/** Gives an account the phone, inside the caller's transaction. @returns why it stays with another, or null */
export async function movePhone(tx: Ctx, move: Move): Promise<PhoneRefusal | null> {
  const { accountId, phone } = move;
  const refused = await takeOver(tx, move);
  if (refused) return refused;
  const moved = {
    phoneIndex: phoneIndex(phone),
    phoneSealed: sealField(phone, accountPhone(accountId)),
    phoneTail: phone.slice(-4),
    phoneReleasedAt: null,
  };
  await bySystem(tx, (systemTx) =>
    systemTx.db.update(accounts).set(moved).where(eq(accounts.id, accountId)),
  );
  return null;
}
