'use client';
import { useContext } from 'react';
import { CheckboxField } from '@/components/forms/checkbox-field';
import { FormContext } from '@/components/forms/form-context';

/** The tick under a list of places that no longer fit: there once such a list was told. */
export function AcceptField({ shown = false }: { shown?: boolean }) {
  const { code } = useContext(FormContext);
  return shown || code === 'misfits' ? (
    <CheckboxField name="accept" label="已看过不再符合条件的预约" compact />
  ) : null;
}
