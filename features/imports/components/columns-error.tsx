'use client';
import { FieldError } from '@/components/forms/field-frame';
import { useField } from '@/components/forms/form-context';

/** What is wrong with the chosen columns, above them; the summary leads here. */
export function ColumnsError() {
  const { error } = useField('columns');
  return error ? <FieldError id="columns">{error}</FieldError> : null;
}
