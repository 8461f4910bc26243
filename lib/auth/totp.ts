import 'server-only';
import { generateSecret, generateSync, generateURI, verifySync } from 'otplib';

/** A new second-factor secret, 160 bits in base32 (RFC 6238, RFC 4226 §4). */
export const newTotpSecret = (): string => generateSecret();

/** What the QR code holds for the authenticator app, which shows `issuer` above the code. */
export const totpUri = (secret: string, label: string, issuer: string): string =>
  generateURI({ issuer, label, secret });

/** Ten minutes: an accepted step further ahead than this was taken by a clock that has since been put back. */
export const STEPS_AHEAD = 20;

/**
 * Judges a six-digit code: the current half minute and its two neighbours, never one accepted before.
 * @param lastStep the last accepted 30-second step; the same or an earlier one is refused, unless it lies
 *   so far ahead that the clock was put back: then it would lock the officer out for as long
 * @returns the step to store, or null
 */
export function totpStep(
  secret: string,
  code: string,
  now: Date,
  lastStep: number | null,
): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const epoch = Math.floor(now.getTime() / 1000);
  const result = verifySync({ secret, token: code, epoch, epochTolerance: 30 });
  if (!result.valid || !('timeStep' in result)) return null;
  const clockWentBack = lastStep !== null && lastStep > Math.floor(epoch / 30) + STEPS_AHEAD;
  const isNew = lastStep === null || clockWentBack || result.timeStep > lastStep;
  return isNew ? result.timeStep : null;
}

/** The code of this moment; for tests and the demo's message page only. */
export const totpCode = (secret: string, now: Date): string =>
  generateSync({ secret, epoch: Math.floor(now.getTime() / 1000) });
