import { randomBytes } from 'node:crypto';
import { linkKey } from '@/lib/crypto/keys';
import { signLink, verifyLink } from '@/lib/crypto/signed-link';
import { safeEqual } from '@/lib/crypto/token';

const PURPOSE = 'wechat-state';
const LIFETIME_MS = 10 * 60_000;

/**
 * Ties WeChat's answer to the browser that asked, so that nobody is signed in to a stranger's account.
 * @returns `state` for the authorise address (letters and digits only, as WeChat wants), and `cookie`
 *   to keep in this browser until the answer comes
 */
export function newWechatState(
  now: Date,
  key: Buffer = linkKey(),
): { state: string; cookie: string } {
  const state = randomBytes(16).toString('hex');
  return { state, cookie: signLink(PURPOSE, state, new Date(now.getTime() + LIFETIME_MS), key) };
}

/** True when the answer's state is the one this browser was given, within ten minutes. */
export function isWechatState(
  state: string,
  cookie: string | undefined,
  now: Date,
  key: Buffer = linkKey(),
): boolean {
  const kept = verifyLink(PURPOSE, cookie ?? '', now, 0, key);
  return kept.ok && safeEqual(kept.subject, state);
}
