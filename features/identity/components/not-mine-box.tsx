'use client';
import { useContext } from 'react';
import { CheckboxField } from '@/components/forms/checkbox-field';
import { FormContext } from '@/components/forms/form-context';

/** Asked only when the new number turned out to have a long silent account. */
export function NotMineBox() {
  const { code } = useContext(FormContext);
  if (code !== 'phone_silent') return null;
  return (
    <CheckboxField
      name="notMine"
      label="以前的账号不是我的，这个号码是我新办的"
      hint="原来的资料仍归原来的人，您看不到。"
    />
  );
}
