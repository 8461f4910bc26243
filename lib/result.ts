/** What a command hands back when a person could do something about it: a value, or a reason. */
export type Result<T, R extends string = string> = Ok<T> | Refusal<R>;

export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Refusal<R extends string = string> {
  readonly ok: false;
  /** A literal code; its Chinese text lives beside the form. */
  readonly reason: R;
  readonly fieldErrors?: Record<string, string>;
  /** Facts the message needs: who decided first, how many places are left. */
  readonly detail?: Record<string, string | number>;
}

/** What a command answers when it was done. */
export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });

/**
 * What a command answers when a rule of the field says no: a code for its words, what is wrong with each
 * field, and what the words tell. The transaction is rolled back.
 */
export const refuse = <R extends string>(
  reason: R,
  more: Pick<Refusal, 'fieldErrors' | 'detail'> = {},
): Refusal<R> => ({ ok: false, reason, ...more });

/** Tells a refusal from any other value a transaction's work may return. */
export function isRefusal(value: unknown): value is Refusal {
  return (
    typeof value === 'object' &&
    value !== null &&
    'ok' in value &&
    value.ok === false &&
    'reason' in value
  );
}
