import 'server-only';
import { consents } from '@/db/schema/identity';
import { sha256Hex } from './crypto/token';
import type { Ctx } from './ctx';
import { newId } from './ids';

/** The very words a person agreed to, under a version that changes with them. */
export interface ConsentText {
  readonly purpose: string;
  readonly version: string;
  readonly body: string;
}

/**
 * Stores that an account agreed to a text, with the text's hash as proof of the words (PIPL 14, 29).
 * @param subject what it was given for, e.g. the application
 * @returns the consent's id
 */
export async function recordConsent(
  tx: Ctx,
  accountId: string,
  text: ConsentText,
  subject?: { type: string; id: string },
): Promise<string> {
  const id = newId();
  await tx.db.insert(consents).values({
    id,
    accountId,
    purpose: text.purpose,
    textVersion: text.version,
    textHash: sha256Hex(text.body),
    subjectType: subject?.type,
    subjectId: subject?.id,
    givenAt: tx.now,
  });
  return id;
}
