'use client';
import { createContext, useCallback, useContext } from 'react';
import { one } from '@/lib/one';
import { type FormState, idleForm } from './form-state';

/** `part` tells the fields of several forms on one page apart. */
export const FormContext = createContext<FormState & { part?: string }>(idleForm);

/** The id of a field of this form: its name, behind the form's part where a page has several. */
export function useFieldId(): (name: string) => string {
  const { part } = useContext(FormContext);
  return useCallback((name: string) => (part ? `${part}-${name}` : name), [part]);
}

/** What this field shows: what was sent last time, else what it started with, and its error. */
export function useField(name: string, initial = '') {
  const state = useContext(FormContext);
  const sent = state.values?.[name];
  const value = one(sent) ?? initial;
  return { value, error: state.fieldErrors?.[name] };
}

/** As useField for names that may be sent several times or, unticked, not at all. */
export function useChoices(name: string, initial: readonly string[]) {
  const state = useContext(FormContext);
  const sent = state.values?.[name];
  const chosen = state.values ? (sent === undefined ? [] : [sent].flat()) : initial;
  return { chosen, error: state.fieldErrors?.[name] };
}
