'use client';
import { regroup } from './group-digits';
import { TextField, type TextFieldProps } from './text-field';

/** A mainland mobile number, shown 3-4-4; the spaces are sent and taken off by the schema. */
export function PhoneField(props: Omit<TextFieldProps, 'type'>) {
  return (
    <TextField
      autoComplete="tel-national"
      inputMode="numeric"
      maxLength={13}
      {...props}
      type="tel"
      onInput={(event) => regroup(event.currentTarget, [3, 4, 4])}
    />
  );
}
