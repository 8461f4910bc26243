import type { ZodError } from 'zod';
import { withoutHidden } from '../characters';

/** What a form shows after it was sent; values come back so that nothing typed is lost. */
export interface ActionState {
  readonly status: 'idle' | 'ok' | 'refused' | 'invalid' | 'error';
  readonly code?: string;
  readonly message?: string;
  readonly fieldErrors?: Readonly<Record<string, string>>;
  readonly values?: Readonly<Record<string, string | string[]>>;
  /** What the screen shows after success when it stays on the page. */
  readonly data?: unknown;
}

export const idleAction: ActionState = { status: 'idle' };

type FormValue = FormDataEntryValue | FormDataEntryValue[];

/** Next's own fields, the form's mark and the one-time key are not part of what a person typed. */
const isOwn = (name: string) => name.startsWith('$') || name === 'idempotencyKey';

/**
 * A file input left empty: no bytes under no name, which with script arrives under the name "undefined".
 * Decided here for every form: what was not chosen is not part of what a person sent.
 */
const isUnchosen = (value: FormDataEntryValue) =>
  value instanceof File && value.size === 0 && (value.name === '' || value.name === 'undefined');

/** A form as an object without prototype; a name sent twice becomes a list, a file not chosen nothing. */
export function formToObject(form: FormData): Record<string, FormValue> {
  const out: Record<string, FormValue> = Object.create(null);
  // In one pass: a megabyte holds a hundred thousand fields, and looking each up again takes minutes.
  for (const [name, value] of form) {
    if (isOwn(name) || isUnchosen(value)) continue;
    const before = out[name];
    if (Array.isArray(before)) before.push(value);
    else out[name] = before === undefined ? value : [before, value];
  }
  return out;
}

/**
 * What may be shown again: text only, never a secret or a file; without what hides in it, which the
 * refusal beside the field says.
 */
export function echo(
  input: Record<string, FormValue>,
  secrets: readonly string[] = [],
): Record<string, string | string[]> {
  const text = (v: FormValue) => {
    if (typeof v === 'string') return withoutHidden(v);
    return Array.isArray(v)
      ? v.filter((x): x is string => typeof x === 'string').map(withoutHidden)
      : v;
  };
  return Object.fromEntries(
    Object.entries(input)
      .filter(([name]) => !secrets.includes(name))
      .map(([name, v]) => [name, text(v)])
      .filter((entry): entry is [string, string | string[]] => !(entry[1] instanceof File)),
  );
}

/** Said of what no page of ours sends: a field twice, a body that is no form. */
export const unreadable = '提交的内容无法识别，请刷新后重填';

const notOne = ['invalid_type', 'invalid_value', 'invalid_union'];

/** Whether a field that is meant once came several times: which of them counts is not ours to guess. */
export const cameTwice = (input: Record<string, FormValue>, { issues }: ZodError): boolean =>
  issues.some(
    ({ code, path }) =>
      path.length === 1 && notOne.includes(code) && Array.isArray(input[String(path[0])]),
  );

const unknown = '表单里有不认识的内容，请刷新后重填';
const unfilled = '这一项没有填好，请重新填写';

/** Zod's own sentences are English: said of what no correct page sends. */
const inChinese = (message: string, otherwise: string) =>
  /[\u4e00-\u9fff]/.test(message) ? message : otherwise;

/** The first message of each field; a message that belongs to no field stands under `form`. */
export function fieldErrorsOf(error: ZodError): Record<string, string> {
  const out: Record<string, string> = {};
  for (const issue of error.issues) {
    const field = issue.code === 'unrecognized_keys' ? undefined : issue.path[0];
    const name = field === undefined ? 'form' : String(field);
    out[name] ??= inChinese(issue.message, field === undefined ? unknown : unfilled);
  }
  return out;
}
