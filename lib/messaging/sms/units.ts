import { env } from '../../env';
import { portal } from '../../portal/portal';

const ALONE = 70;
const PART = 67;

/** The signature before every text: the one registered with the carrier, else the portal's short name. */
export const smsSignature = (): string => env().SMS_SIGN_NAME ?? portal().shortName;

/**
 * What a text is counted as: one unit up to 70 characters with its signature in 【】, longer ones by parts of
 * 67 (阿里云、腾讯云短信计费规则). Characters as the carriers count them, UTF-16.
 * @returns units, at least one
 */
export function smsUnits(text: string, signature: string): number {
  const length = text.length + signature.length + '【】'.length;
  return length <= ALONE ? 1 : Math.ceil(length / PART);
}
