import { createHash } from 'node:crypto';

/** One person of a preview, and what they would read. */
interface Seen {
  readonly accountId: string;
  readonly words: string;
  /** Null for who gets no text. */
  readonly sms: string | null;
}

/**
 * What stands for these people and what each of them would read on a preview: sending asks whether it is still the
 * same. 16 hex digits.
 */
export const seenMark = (people: readonly Seen[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        people
          .map(({ accountId, words, sms }) => [accountId, words, sms])
          .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
      ),
    )
    .digest('hex')
    .slice(0, 16);
