/** What a form shows after it was sent. The kernel's actions return this shape. */
export interface FormState {
  readonly status: 'idle' | 'ok' | 'refused' | 'invalid' | 'error';
  readonly code?: string;
  readonly message?: string;
  readonly fieldErrors?: Readonly<Record<string, string>>;
  readonly values?: Readonly<Record<string, string | string[]>>;
  readonly data?: unknown;
}

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

export const idleForm: FormState = { status: 'idle' };
