import { createHash } from 'node:crypto';

/** What stands for these people on a preview: sending asks whether they are still the same. 16 hex digits. */
export const seenMark = (accountIds: readonly string[]): string =>
  createHash('sha256')
    .update([...accountIds].sort().join())
    .digest('hex')
    .slice(0, 16);
