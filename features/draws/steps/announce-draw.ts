import 'server-only';
import { randomBytes } from 'node:crypto';
import { drawSecret, draws } from '@/db/schema/draws';
import type { AllocationTerms } from '@/features/offerings/schema/allocation';
import { sealField } from '@/lib/crypto/field';
import { sha256Hex } from '@/lib/crypto/token';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { enqueue } from '@/lib/jobs/enqueue';
import { ALGORITHM } from '../rules/list';
import { fallbackDay } from '../rules/seed';

interface Announced {
  readonly sessionId: string;
  readonly offeringId: string;
  readonly terms: AllocationTerms;
  /** Set for the opening minutes, which the system draws by itself. */
  readonly equalUntil: Date | null;
  /** When entries close: the exact time of the job; the sweep catches what changes later. */
  readonly closesAt: Date | null;
}

/**
 * Says which number will decide, before the list is frozen: for the system's own the fingerprint of a
 * secret that stays sealed until the draw. Once per session; later calls change nothing.
 * @open part of entering, which has been authorised
 */
export async function announceDraw(tx: Ctx, a: Announced): Promise<void> {
  const id = newId();
  const own = a.equalUntil !== null;
  const secret = own ? randomBytes(32).toString('hex') : null;
  const { seed, seedOn, graceDays } = a.terms.draw;
  await tx.db
    .insert(draws)
    .values({
      id,
      sessionId: a.sessionId,
      offeringId: a.offeringId,
      algorithm: ALGORITHM,
      seedSource: own ? 'house' : seed,
      seedOn: own ? null : (seedOn ?? null),
      fallbackOn: own || !seedOn ? null : fallbackDay(seedOn, graceDays),
      secretSealed: secret && sealField(secret, drawSecret(id)),
      commitment: secret && sha256Hex(secret),
      createdAt: tx.now,
    })
    .onConflictDoNothing();
  const at = a.equalUntil ?? a.closesAt;
  if (!at) return;
  const { sessionId } = a;
  const job = { task: 'hold_draw', payload: { id: sessionId }, key: `draw:${sessionId}` };
  await enqueue(tx, { ...job, runAt: at });
}
