import type { ScanResult } from '../../rules/result';
import type { WaitingScan } from './door-store';

interface Answer {
  readonly results: readonly ScanResult[];
  readonly present: number;
  readonly expected: number;
}

export type SentScans =
  | { readonly kind: 'answered'; readonly answer: Answer }
  /** No network or a busy server: try again later. */
  | { readonly kind: 'offline' }
  /** The server understood and will not have it: signed out, no right, session gone. */
  | { readonly kind: 'refused'; readonly message: string };

const DEVICE = 'lianxin-door-device';

/** A name of this browser that says nothing about its owner. */
function deviceId(): string {
  const known = localStorage.getItem(DEVICE);
  if (known) return known;
  const made = crypto.randomUUID?.() ?? `d-${Date.now()}-${Math.floor(Math.random() * 1e9)}`;
  localStorage.setItem(DEVICE, made);
  return made;
}

const blockedWords: Record<number, string> = {
  401: '登录已过期，请重新登录。没上传的签到留在本机。',
  403: '您没有这一场的签到权限。',
  404: '这一场不在您的管理范围，或已删除。',
};

/** Sends scans of one session, at most 500; the same scan sent again changes nothing. */
export async function sendScans(
  sessionId: string,
  scans: readonly WaitingScan[],
): Promise<SentScans> {
  // AbortSignal.timeout is younger than the phones this must run on.
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), 8000);
  try {
    const response = await fetch('/api/desk/check-ins', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        sessionId,
        deviceId: deviceId(),
        scans: scans.map(({ id, at, code, bookingId }) => ({ id, at, code, bookingId })),
      }),
      signal: patience.signal,
    });
    if (response.ok) {
      const { data } = (await response.json()) as { data: Answer };
      return { kind: 'answered', answer: data };
    }
    const message = blockedWords[response.status];
    return message ? { kind: 'refused', message } : { kind: 'offline' };
  } catch {
    return { kind: 'offline' };
  } finally {
    clearTimeout(timer);
  }
}

/** A random id where `randomUUID` is missing (plain http): the same form, from the same source. */
export function scanId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
