import 'server-only';
import type { z } from 'zod';
import type { Ctx } from '../ctx';
import { configuredOrigin } from '../http/configured-origin';
import { isFromUs } from '../http/headers';
import { parseJsonOnce } from '../http/json-once';
import { type ReceiptField, withKey } from '../idempotency';
import { isUuid } from '../ids';
import type { Result } from '../result';
import { stateOfError } from './failures';
import { type ActionState, fieldErrorsOf, unreadable } from './form';
import { type Access, whyNotAct } from './may-act';
import { noKey } from './no-key';
import { type RefusalWords, refusalWords } from './refusal-words';
import { requestContext } from './request-context';

interface Options<T> extends Omit<Access, 'as'> {
  words: RefusalWords;
  /** As of the server action: the fields of the result that the receipt of the key holds. */
  receipt?: readonly ReceiptField<T>[];
  /** Characters of a body; longer ones are not read. */
  largest?: number;
  /** False where each row carries an id of its own: sent again it changes nothing. */
  keyed?: boolean;
}

/** The part of a request that such a handler reads: a web `Request`, or what our own server makes of one. */
export interface Asked {
  readonly headers: Pick<Headers, 'get'>;
  text(): Promise<string>;
}

const statusOf: Record<string, number> = {
  ok: 200,
  sign_in: 401,
  forbidden: 403,
  not_found: 404,
  invalid: 422,
  no_key: 400,
  key_reused: 422,
  too_fast: 429,
  busy: 503,
  unexpected: 500,
};
const usual = 64 * 1024;

const retryAfter = ({ code, data }: ActionState): Record<string, string> => {
  if (code !== 'too_fast' || typeof data !== 'object' || data === null) return {};
  return 'seconds' in data ? { 'Retry-After': String(data.seconds) } : {};
};

/** An answer before anybody makes a web `Response` of it. */
export interface PlainAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const answer = (state: ActionState, status?: number): PlainAnswer => ({
  status: status ?? statusOf[state.code ?? state.status] ?? 409,
  headers: {
    'content-type': 'application/json',
    'cache-control': 'private, no-store',
    ...retryAfter(state),
  },
  body: JSON.stringify(state),
});

/** A handler as Next calls it; `plain` gives the same answer to a server that needs no web `Response`. */
export interface JsonHandler {
  (request: Asked): Promise<Response>;
  readonly plain: (request: Asked) => Promise<PlainAnswer>;
}

const asHandler = (plain: JsonHandler['plain']): JsonHandler =>
  Object.assign(
    async (request: Asked) => {
      const { body, status, headers } = await plain(request);
      return new Response(body, { status, headers });
    },
    { plain },
  );

/** A POST comes from one of our own pages or not at all (security.md §1.9). */
const fromOwnPage = ({ headers }: Asked): boolean =>
  isFromUs({ origin: headers.get('origin'), host: headers.get('host') }, configuredOrigin());

async function bodyOf(request: Asked, largest: number): Promise<unknown> {
  const text = await request.text();
  return text.length > largest ? undefined : parseJsonOnce(text);
}

/**
 * A JSON door to a command, for the opening minute: the same schema, command and words as its server
 * action, without the cost of rendering. Body: the form's fields; header `Idempotency-Key`, without which
 * nothing is done.
 * @param name that of the server action with the same command, so that both doors share a form's key
 * @returns a handler that answers with an ActionState
 */
export function jsonRoute<S extends z.ZodType, T>(
  name: string,
  schema: S,
  command: (ctx: Ctx, input: z.output<S>) => Promise<Result<T>>,
  { words, receipt, cold, largest = usual, keyed = true }: Options<T>,
): JsonHandler {
  return asHandler(async (request) => {
    if (!fromOwnPage(request)) return answer({ status: 'error', code: 'forbidden' });
    const arrived = await requestContext();
    if (!arrived.ctx) return answer(arrived.state);
    const { ctx } = arrived;
    const stop = whyNotAct(ctx, { as: 'member', cold });
    if (stop) return answer(stop);
    try {
      const body = await bodyOf(request, largest);
      if (body === undefined) {
        return answer({ status: 'invalid', code: 'invalid', message: unreadable }, 400);
      }
      const key = request.headers.get('idempotency-key');
      if (keyed && !isUuid(key ?? '')) return answer(noKey);
      const parsed = await schema.safeParseAsync(body);
      if (!parsed.success) {
        const fieldErrors = fieldErrorsOf(parsed.error);
        return answer({ status: 'invalid', code: 'invalid', fieldErrors });
      }
      const sent = { name, input: parsed.data, fields: receipt };
      const result = await command(withKey(ctx, key, sent), parsed.data);
      if (result.ok) return answer({ status: 'ok', data: result.value });
      const { reason: code, fieldErrors, detail = {} } = result;
      const message = refusalWords(words, result);
      return answer({ status: 'refused', code, message, fieldErrors, data: detail });
    } catch (error) {
      return answer(stateOfError(ctx, error));
    }
  });
}
