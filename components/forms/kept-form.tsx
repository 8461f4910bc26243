'use client';
import { createContext, type ReactNode, useContext, useId } from 'react';
import type { FormState } from './form-state';

/** A form that was sent without a session, and what it held. */
export interface UnsentForm {
  /** Which form of the page, by its place in it. */
  readonly form: string;
  readonly values: NonNullable<FormState['values']>;
}

const Waiting = createContext<UnsentForm | null>(null);

/** Around the pages: what waits for a form of this one. */
export function KeptForm({
  restored,
  children,
}: {
  restored: UnsentForm | null;
  children: ReactNode;
}) {
  return <Waiting value={restored}>{children}</Waiting>;
}

/** The field that tells the forms of a page apart, and the state to begin with where one waits. */
export function useKeptForm(): { mark: ReactNode; restored: FormState | undefined } {
  const id = useId();
  const waiting = useContext(Waiting);
  const restored = waiting?.form === id ? waiting : null;
  return {
    mark: <input type="hidden" name="$FORM" value={id} />,
    restored: restored ? { status: 'idle', values: restored.values } : undefined,
  };
}
