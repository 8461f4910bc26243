'use client';
import { TextField, type TextFieldProps } from './text-field';

type CodeFieldProps = Omit<TextFieldProps, 'type' | 'label'> & { label?: string };

/** A one-time code: one input, pasting allowed, filled from the message by the phone itself. */
export function CodeField({ label = '短信验证码', maxLength = 6, ...rest }: CodeFieldProps) {
  return (
    <TextField
      {...rest}
      label={label}
      type="text"
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={maxLength}
    />
  );
}
