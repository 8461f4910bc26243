import type { FormState } from '@/components/forms/form-state';
import { withoutHidden } from '@/lib/characters';

interface Sent {
  /** Where to go next: the receipt. */
  href?: string;
  state: FormState;
}

const tries = 4;
const unsure: FormState = {
  status: 'error',
  code: 'unknown',
  message: '网络不稳，提交结果还没确认。请勿重复填写，可再点一次提交，或到“我的预约”查看',
};

/** Grows with each try and differs by phone, so that a crowd does not come back all at once. */
const pause = (attempt: number) =>
  new Promise((done) => setTimeout(done, (0.4 + Math.random() * 0.8) * 1000 * attempt));

/** What the form holds as JSON; React's own fields are not part of it. */
function fieldsOf(form: FormData): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === 'string' && !name.startsWith('$') && name !== 'idempotencyKey') {
      fields[name] = value;
    }
  }
  return fields;
}

function bookingIdOf(state: FormState): string | null {
  const { data } = state;
  if (typeof data !== 'object' || data === null || !('bookingId' in data)) return null;
  return String(data.bookingId);
}

async function once(body: string, key: string): Promise<FormState | null> {
  try {
    const response = await fetch('/api/bookings', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body,
      signal: AbortSignal.timeout(10_000),
    });
    return response.status >= 500 ? null : ((await response.json()) as FormState);
  } catch {
    return null;
  }
}

/** As `echo` does for a server action. */
const shownAgain = (fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, withoutHidden(text)]));

/** Sends a booking until there is an answer, always under the one key. */
export async function sendBooking(form: FormData, key: string): Promise<Sent> {
  const fields = fieldsOf(form);
  const body = JSON.stringify(fields);
  for (let attempt = 1; attempt <= tries; attempt++) {
    const state = await once(body, key);
    if (state?.status === 'ok') {
      return { state, href: `/me/bookings/${bookingIdOf(state)}?done=booked` };
    }
    if (state) return { state: { ...state, values: shownAgain(fields) } };
    await pause(attempt);
  }
  return { state: { ...unsure, values: fields } };
}
