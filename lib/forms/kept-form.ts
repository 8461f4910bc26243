import 'server-only';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { cookies, headers } from 'next/headers';
import { database } from '@/db/client';
import { cookieNames } from '../auth/cookie';
import { currentCtx } from '../auth/session';
import { openField, SealBroken, sealField } from '../crypto/field';
import { keptForm } from '../crypto/indexes';
import { sha256Hex } from '../crypto/token';
import { isHttps } from '../http/https';
import type { ActionState } from './form';

type Values = NonNullable<ActionState['values']>;
interface Waiting {
  readonly path: string;
  readonly form: string;
  readonly values: Values;
}

/** A cookie holds four kilobytes; what does not fit is not kept. */
const MOST_CHARACTERS = 3_800;
const MINUTES = 30;

async function here() {
  const sent = await headers();
  return { sent, jar: await cookies(), names: cookieNames(isHttps(sent)) };
}

const cookieOf = (sent: Headers) =>
  ({ httpOnly: true, secure: isHttps(sent), sameSite: 'lax', path: '/' }) as const;

/** Of a session that has ended too: whose the typed text is. */
async function holderOf(token: string): Promise<string | null> {
  const [row] = await database().execute<{ account: string | null }>(
    sql`select session_account(${sha256Hex(token)}) as account`,
  );
  return row?.account ?? null;
}

/**
 * Keeps a form that came without a script from a session that had ended: sealed in the browser for half
 * an hour, open to the same account alone. With a script the form itself is still on the screen.
 */
export async function saveUnsentForm(form: FormData, values: Values): Promise<void> {
  const { sent, jar, names } = await here();
  const [token, path] = [jar.get(names.session)?.value, sent.get('x-page')];
  if (sent.has('next-action') || !path || !token || token.length > 100) return;
  const account = await holderOf(token);
  if (!account) return;
  const waiting: Waiting = { path, form: String(form.get('$FORM') ?? ''), values };
  const packed = deflateRawSync(JSON.stringify(waiting)).toString('base64url');
  const sealed = sealField(packed, keptForm(account));
  if (sealed.length > MOST_CHARACTERS) return;
  jar.set(names.form, sealed, { ...cookieOf(sent), maxAge: MINUTES * 60 });
}

/** Forgets what was kept of an unsent form, once it has gone through. */
export async function forgetForm(form: FormData): Promise<void> {
  if (!form.has('$FORM')) return;
  const { sent, jar, names } = await here();
  if (jar.has(names.form)) jar.set(names.form, '', { ...cookieOf(sent), maxAge: 0 });
}

/**
 * What waits for a form of the page that is asked for, if it is this account's. Null when nothing waits,
 * and for a stranger.
 */
export async function findKeptForm(): Promise<Pick<Waiting, 'form' | 'values'> | null> {
  const { sent, jar, names } = await here();
  const sealed = jar.get(names.form)?.value;
  if (!sealed) return null;
  const { actor } = await currentCtx();
  if (actor.kind !== 'account') return null;
  try {
    const packed = openField(sealed, keptForm(actor.accountId));
    const waiting: Waiting = JSON.parse(
      inflateRawSync(Buffer.from(packed, 'base64url')).toString(),
    );
    return waiting.path === sent.get('x-page') ? waiting : null;
  } catch (error) {
    if (error instanceof SealBroken) return null;
    throw error;
  }
}
