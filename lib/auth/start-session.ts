import 'server-only';
import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import type { Assurance } from '@/db/schema/enums';
import { sessions } from '@/db/schema/identity';
import { newToken, sha256Hex } from '../crypto/token';
import type { Ctx } from '../ctx';
import { newId } from '../ids';
import { readSettings } from '../settings';
import { bySystem } from '../transaction';
import type { NewSession } from './cookie';
import { forgetDevices, rememberDevice } from './known-devices';
import { memberSessionHours, staffSessionHours } from './settings';

interface Wanted {
  accountId: string;
  assurance: Assurance;
  mode?: 'member' | 'staff';
  /** True when the second factor was given just now. */
  steppedUp?: boolean;
}

/** How long an officer may take between password and second factor. */
const BETWEEN_FACTORS_MINUTES = 10;

const addMinutes = (from: Date, minutes: number) => new Date(from.getTime() + minutes * 60_000);

/**
 * Opens an opaque 256-bit session (security.md §1.3): only its SHA-256 is stored, so that a copy of the
 * database signs nobody in. The session this browser had ends with it: a token never survives a sign-in.
 * Once complete, the browser is one that the account knows.
 * @returns the token for the cookie, to be set once the transaction is committed
 */
export async function startSession(tx: Ctx, wanted: Wanted): Promise<NewSession> {
  const { memberHours, staffHours } = await readSettings(tx, {
    memberHours: memberSessionHours,
    staffHours: staffSessionHours,
  });
  const mode = wanted.mode ?? 'member';
  const halfway = mode === 'staff' && wanted.assurance !== 'totp';
  const minutes = halfway
    ? BETWEEN_FACTORS_MINUTES
    : 60 * (mode === 'staff' ? staffHours : memberHours);
  const token = newToken();
  const expiresAt = addMinutes(tx.now, minutes);
  if (tx.actor.kind === 'account') await endSessions(tx, { id: tx.actor.sessionId }, 'replaced');
  const opened = {
    id: newId(),
    tokenHash: sha256Hex(token),
    accountId: wanted.accountId,
    assurance: wanted.assurance,
    mode,
    device: tx.client?.device ?? '其他设备',
    browserHash: tx.client?.browser ?? '',
    createdAt: tx.now,
    lastSeenAt: tx.now,
    steppedUpAt: wanted.steppedUp ? tx.now : null,
    expiresAt,
  };
  await bySystem(tx, (systemTx) => systemTx.db.insert(sessions).values(opened));
  if (!halfway) await rememberDevice(tx, wanted.accountId);
  return { token, expiresAt, strict: mode === 'staff' };
}

type Which = { id: string } | { accountId: string; except?: string };

/**
 * Ends sessions at once: their next request is anonymous. Ended for all of an account, its browsers are
 * strangers' again as well, but the one at hand.
 * @returns how many were open
 */
export async function endSessions(tx: Ctx, which: Which, reason: string): Promise<number> {
  const mine =
    'id' in which
      ? eq(sessions.id, which.id)
      : and(
          eq(sessions.accountId, which.accountId),
          which.except ? ne(sessions.id, which.except) : undefined,
        );
  const ended = await bySystem(tx, (systemTx) =>
    systemTx.db
      .update(sessions)
      .set({ endedAt: sql`now()`, endedReason: reason })
      .where(and(mine, isNull(sessions.endedAt)))
      .returning({ id: sessions.id }),
  );
  if ('accountId' in which) {
    await forgetDevices(tx, which.accountId, { except: which.except && tx.client?.browser });
  }
  return ended.length;
}
