import 'server-only';
import { consents } from '@/db/schema/identity';
import { sha256Hex } from '@/lib/crypto/token';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import type { ConsentText } from '../rules/consent-text';

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
