import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import { accountPhone, accounts, people } from '@/db/schema/identity';
import { recordAudit } from '../audit';
import { blindIndexQueue } from '../crypto/blind-index';
import { openField, sealField } from '../crypto/field';
import { phoneIndex } from '../crypto/indexes';
import { asSystem, type Ctx } from '../ctx';
import { maskPhone } from '../format';
import { newId } from '../ids';
import { read, readAsSystem, within } from '../transaction';

/** The columns that signing in decides by. */
const wayIn = {
  id: accounts.id,
  displayName: accounts.displayName,
  phoneSealed: accounts.phoneSealed,
  passwordHash: accounts.passwordHash,
  totpSealed: accounts.totpSealed,
  totpEnrolledAt: accounts.totpEnrolledAt,
  disabledAt: accounts.disabledAt,
};

/**
 * The account behind a normalised phone, under any index key still in use, whoever asks. Null when there is
 * none.
 */
export async function findAccountByPhone(ctx: Ctx, phone: string) {
  const [row] = await readAsSystem(ctx, (systemTx) =>
    systemTx.db
      .select(wayIn)
      .from(accounts)
      .where(inArray(accounts.phoneIndex, blindIndexQueue('phone', phone))),
  );
  return row ?? null;
}

/** The account of a signed-in actor, with what its own security pages need. */
export async function getOwnAccount(ctx: Ctx, accountId: string) {
  const [row] = await read(ctx, (tx) =>
    tx.db.select(wayIn).from(accounts).where(eq(accounts.id, accountId)),
  );
  if (!row) throw new Error('an actor without an account');
  return row;
}

/** The full number of an account, for sending to it. */
export const phoneOf = (account: { id: string; phoneSealed: string }): string =>
  openField(account.phoneSealed, accountPhone(account.id));

export interface EnsuredAccount {
  accountId: string;
  personId: string;
  isNew: boolean;
  disabled: boolean;
}

async function createAccount(tx: Ctx, phone: string): Promise<void> {
  const id = newId();
  const made = await tx.db
    .insert(accounts)
    .values({
      id,
      phoneIndex: phoneIndex(phone),
      phoneSealed: sealField(phone, accountPhone(id)),
      phoneTail: phone.slice(-4),
      displayName: `用户${phone.slice(-4)}`,
    })
    .onConflictDoNothing()
    .returning({ id: accounts.id });
  if (made.length === 0) return;
  await tx.db.insert(people).values({ id: newId(), accountId: id });
  await recordAudit(tx, {
    action: 'open_account',
    entityType: 'account',
    entityId: id,
    after: { phone: maskPhone(phone) },
  });
}

/**
 * The account of a phone that was just proved, made with its nameless person at first use. Two first
 * sign-ins at once end in one account: the unique index decides, the second reads what the first made.
 */
export async function ensureAccount(tx: Ctx, phone: string): Promise<EnsuredAccount> {
  const known = await findAccountByPhone(tx, phone);
  // People are under row policies, and nobody is signed in yet.
  return within(tx, asSystem(tx, '本人'), async (systemTx) => {
    if (!known) await createAccount(systemTx, phone);
    const [row] = await systemTx.db
      .select({ accountId: accounts.id, personId: people.id, disabledAt: accounts.disabledAt })
      .from(accounts)
      .innerJoin(people, and(eq(people.accountId, accounts.id)))
      .where(inArray(accounts.phoneIndex, blindIndexQueue('phone', phone)));
    if (!row) throw new Error('an account without its person');
    const { accountId, personId, disabledAt } = row;
    return { accountId, personId, isNew: !known, disabled: disabledAt !== null };
  });
}
