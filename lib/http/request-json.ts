export type Replied =
  | { ok: true; status: number; body: Record<string, unknown> }
  | { ok: false; code: 'timeout' | 'network' | 'not_json' };

const DEFAULT_TIMEOUT_MS = 5_000;

/**
 * One call to an outside service that answers in JSON, within the time given. Redirects are refused:
 * a signed request goes to the host it was signed for.
 */
export async function requestJson(
  url: URL,
  init: {
    method: 'GET' | 'POST';
    headers?: Record<string, string>;
    body?: string;
    timeoutMs?: number;
  },
): Promise<Replied> {
  const signal = AbortSignal.timeout(init.timeoutMs ?? DEFAULT_TIMEOUT_MS);
  try {
    const response = await fetch(url, {
      method: init.method,
      headers: init.headers,
      body: init.body,
      redirect: 'error',
      signal,
    });
    const body = objectOf(await response.text());
    return body ? { ok: true, status: response.status, body } : { ok: false, code: 'not_json' };
  } catch {
    return { ok: false, code: signal.aborted ? 'timeout' : 'network' };
  }
}

function objectOf(text: string): Record<string, unknown> | null {
  try {
    return recordOf(JSON.parse(text));
  } catch {
    return null;
  }
}

/** The value as an object whose fields may be anything, or null. */
export function recordOf(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null ? { ...value } : null;
}

/** The text itself; anything else that a sender put there is empty. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
