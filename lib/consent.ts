import 'server-only';
import { createHash } from 'node:crypto';
import { consents } from '@/db/schema/identity';
import type { Ctx } from './ctx';
import { newId } from './ids';

/** What a person is asked to agree to: a new wording is a new version. */
export interface ConsentText {
  /** Fixed key, e.g. `child_data`. */
  readonly purpose: string;
  /** Day of the wording, `YYYY-MM-DD`. */
  readonly version: string;
  readonly words: string;
}

/**
 * Keeps that the signed-in account agreed, to which words (their hash), for what (PIPL 14, 29, 31).
 * Call it in the transaction of the matter it allows.
 * @returns the consent's id
 */
export async function recordConsent(
  tx: Ctx,
  text: ConsentText,
  subject: { type: string; id: string } | null,
): Promise<string> {
  if (tx.actor.kind !== 'account') throw new Error('only a person can consent');
  const id = newId();
  await tx.db.insert(consents).values({
    id,
    accountId: tx.actor.accountId,
    purpose: text.purpose,
    textVersion: text.version,
    textHash: createHash('sha256').update(text.words).digest('hex'),
    subjectType: subject?.type,
    subjectId: subject?.id,
    givenAt: tx.now,
  });
  return id;
}
