'use client';
import { TextField, type TextFieldProps } from './text-field';

type DateFieldProps = Omit<TextFieldProps, 'type' | 'min' | 'max'> & {
  /** YYYY-MM-DD */
  min?: string;
  max?: string;
  /** A day, a day with time, or a time of day. */
  kind?: 'date' | 'datetime-local' | 'time' | 'month';
};

/** The system's own calendar; sends YYYY-MM-DD. */
export function DateField({ kind = 'date', ...rest }: DateFieldProps) {
  return <TextField {...rest} type={kind} />;
}
