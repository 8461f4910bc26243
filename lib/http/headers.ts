import list from './security-headers.json';

const { always, overHttps } = list;

/** The one page that looks through a camera: 签到 of an offering. */
const isCheckInDesk = (path: string): boolean => /^\/desk\/offerings\/[^/]+\/check-in$/.test(path);

/**
 * The page policy (security.md §5): only scripts that carry this request's nonce, and what they load;
 * nothing from elsewhere, no frames, no plug-ins. Next's development server needs eval and inline styles.
 */
export function contentSecurityPolicy(nonce: string, development: boolean, path = '/'): string {
  // The QR reader for browsers without one of their own is WebAssembly; nothing else may compile any.
  const wasm = isCheckInDesk(path) ? " 'wasm-unsafe-eval'" : '';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${wasm}${development ? " 'unsafe-eval'" : ''}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Files and data: whatever is inside opens nothing, loads nothing and runs nothing. */
const filePolicy = "sandbox; default-src 'none'; frame-ancestors 'none'";

const isFile = (path: string): boolean =>
  path.startsWith('/api/') || path === '/me/card/code' || path.endsWith('.txt');

/** The policy of an answer: that of its page, or that of files, which a route itself need not repeat. */
export const answerPolicy = (nonce: string, development: boolean, path: string): string =>
  isFile(path) ? filePolicy : contentSecurityPolicy(nonce, development, path);

const camera = 'Permissions-Policy';

/** On every answer, pages and files alike; the camera is for the check-in desk alone. */
export const securityHeaders = (path: string, https: boolean): [name: string, value: string][] =>
  Object.entries({
    ...always,
    ...(https && overHttps),
    ...(isCheckInDesk(path) && { [camera]: always[camera].replace('camera=()', 'camera=(self)') }),
  });

interface Sender {
  origin: string | null;
  host: string | null;
}

/**
 * Whether a POST was sent from a page of ours. No Origin at all, `null` (a sandboxed frame) and other
 * sites are refused; browsers of the last ten years always send it (security.md §1.9). What Host says counts
 * in the demo only, which has no public address: it and Origin may both be a stranger's.
 */
export function isFromUs({ origin, host }: Sender, publicOrigin: string | null): boolean {
  if (!origin || origin === 'null' || !URL.canParse(origin)) return false;
  if (publicOrigin) return origin === publicOrigin;
  return host !== null && new URL(origin).host === host;
}

const asked = ['/api/auth', '/login', '/staff', '/me', '/desk', '/join', '/services', '/r'];

/** Where texted codes are asked for or a room's code is scanned: bound to this browser by its mark. */
export const needsBrowserMark = (path: string): boolean =>
  asked.some((start) => path === start || path.startsWith(`${start}/`));
