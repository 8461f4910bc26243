import 'server-only';
import { revalidatePath } from 'next/cache';
import { redirect, unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import { type NewSession, setSessionCookie } from '../auth/cookie';
import { enterBy, type WayIn } from '../auth/enter';
import type { Ctx } from '../ctx';
import { Forbidden, NotFound } from '../errors';
import { type ReceiptField, withKey } from '../idempotency';
import { isUuid } from '../ids';
import type { Result } from '../result';
import { stateOfError } from './failures';
import { type ActionState, cameTwice, echo, fieldErrorsOf, formToObject, unreadable } from './form';
import { forgetForm, saveUnsentForm } from './kept-form';
import { type Access, whyNotAct } from './may-act';
import { noKey } from './no-key';
import { type RefusalWords, refusalWords } from './refusal-words';
import { requestContext } from './request-context';

interface Options<I, T> extends Access {
  /** Where to go after success. */
  redirect?: (value: T, input: I) => string;
  revalidate?: readonly string[];
  /** By which way in the browser gets the session that the command began, if it began one. */
  enters?: { way: WayIn; session: (value: T) => NewSession | undefined };
  /** The browser's session is over after success. */
  leaves?: true;
  /** Fields that are never sent back to the page. */
  secrets?: readonly string[];
  /**
   * Fields of the result that the receipt of the form's one-time key holds: ids, numbers, states. Absent,
   * the action takes no key: what it shows (a phone, a document) is never stored a second time.
   */
  receipt?: readonly ReceiptField<T>[];
  /** Refused without the form's one-time key: sent twice it would count twice. */
  keyed?: true;
  /** Chinese words of each refusal: what happened and what to do. */
  words?: RefusalWords;
}

const noForm: ActionState = { status: 'invalid', code: 'invalid', message: unreadable };

/**
 * Makes a server action of a schema and a command (ADR 0006): actor → zod → command → state.
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
    const arrived = await requestContext();
    if (!arrived.ctx) return { ...arrived.state, values };
    const { ctx } = arrived;
    const stop = whyNotAct(ctx, options);
    if (stop) {
      if (stop.code === 'sign_in') await saveUnsentForm(form, values);
      return { ...stop, values };
    }
    const [key, ...more] = form.getAll('idempotencyKey');
    if (more.length > 0) return { ...noForm, values };
    if (options.keyed && !isUuid(String(key))) return { ...noKey, values };
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
      const sent = { name, input: parsed.data, fields: options.receipt };
      const decide = () => command(withKey(ctx, key, sent), parsed.data);
      const { enters } = options;
      const result = await (enters ? enterBy(enters.way, decide, enters.session) : decide());
      if (!result.ok) {
        const message = refusalWords(options.words, result);
        const { reason: code, fieldErrors } = result;
        return { status: 'refused', code, message, fieldErrors, values, data: result.detail };
      }
      await forgetForm(form);
      if (options.leaves) await setSessionCookie(null);
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
