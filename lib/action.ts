import 'server-only';
import { revalidatePath } from 'next/cache';
import { redirect, unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import { arrive } from './arrive';
import { type NewSession, setSessionCookie } from './auth/cookie';
import type { Ctx } from './ctx';
import { Forbidden, NotFound } from './errors';
import { stateOfError } from './failures';
import { type ActionState, cameTwice, echo, fieldErrorsOf, formToObject, unreadable } from './form';
import { hashRequest } from './idempotency';
import { isUuid } from './ids';
import { noKey } from './no-key';
import type { Result } from './result';

type Words = Record<string, string | ((detail: Record<string, string | number>) => string)>;

interface Options<I, T> {
  /** `staff` asks for a session with roles, `member` for any account, `anyone` for nothing. */
  as: 'anyone' | 'member' | 'staff';
  /** Where to go after success. */
  redirect?: (value: T, input: I) => string;
  revalidate?: readonly string[];
  /** The browser's session after success: a new one, null to end it, undefined to leave it. */
  session?: (value: T) => NewSession | null | undefined;
  /** Fields that are never sent back to the page. */
  secrets?: readonly string[];
  /** Refused without the form's one-time key: sent twice it would count twice. */
  keyed?: true;
  /** Chinese words of each refusal: what happened and what to do. */
  words?: Words;
}

const signIn: ActionState = { status: 'refused', code: 'sign_in', message: '请先登录' };
const noForm: ActionState = { status: 'invalid', code: 'invalid', message: unreadable };
const noRight: ActionState = { status: 'refused', code: 'forbidden', message: '您没有此操作权限' };

/** Why this actor may not even try, or null. */
function barred(ctx: Ctx, as: Options<unknown, unknown>['as']): ActionState | null {
  if (as === 'anyone') return null;
  if (ctx.actor.kind !== 'account') return signIn;
  return as === 'staff' && ctx.actor.grants.length === 0 ? noRight : null;
}

function say(words: Words | undefined, reason: string, detail: Record<string, string | number>) {
  const found = words?.[reason];
  return typeof found === 'function' ? found(detail) : found;
}

/**
 * Makes a server action of a schema and a command (house.md §3): actor → zod → command → state.
 * Expected refusals come back as codes with words; only bugs are logged, and the person gets their number.
 * @param name what keys and rights know the action by: written out, for a bundler renames functions
 */
export function action<S extends z.ZodType, T>(
  name: string,
  schema: S,
  command: (ctx: Ctx, input: z.output<S>) => Promise<Result<T>>,
  options: Options<z.output<S>, T>,
): (state: ActionState, form: FormData) => Promise<ActionState> {
  return async (_state, form) => {
    const raw = formToObject(form);
    const values = echo(raw, options.secrets);
    const arrived = await arrive();
    if (!arrived.ctx) return { ...arrived.state, values };
    let { ctx } = arrived;
    const stop = barred(ctx, options.as as Options<unknown, unknown>['as']);
    if (stop) return { ...stop, values };
    const [key, ...more] = form.getAll('idempotencyKey');
    if (more.length > 0) return { ...noForm, values };
    const isKeyed = typeof key === 'string' && isUuid(key);
    if (options.keyed && !isKeyed) return { ...noKey, values };
    try {
      const parsed = await schema.safeParseAsync(raw);
      if (!parsed.success) {
        if (cameTwice(raw, parsed.error)) return { ...noForm, values };
        return {
          status: 'invalid',
          code: 'invalid',
          fieldErrors: fieldErrorsOf(parsed.error),
          values,
        };
      }
      if (isKeyed) {
        ctx = { ...ctx, idempotency: { key, requestHash: hashRequest(name, parsed.data) } };
      }
      const result = await command(ctx, parsed.data);
      if (!result.ok) {
        const message = say(options.words, result.reason, result.detail ?? {});
        const { reason: code, fieldErrors } = result;
        return { status: 'refused', code, message, fieldErrors, values, data: result.detail };
      }
      const session = options.session?.(result.value);
      if (session !== undefined) await setSessionCookie(session);
      for (const path of options.revalidate ?? []) revalidatePath(path);
      if (options.redirect) redirect(options.redirect(result.value, parsed.data));
      return { status: 'ok', data: result.value };
    } catch (error) {
      // Ours carry Next's digest for pages; here they become words beside the form.
      if (!(error instanceof NotFound || error instanceof Forbidden)) unstable_rethrow(error);
      return { ...stateOfError(ctx, error), values };
    }
  };
}
