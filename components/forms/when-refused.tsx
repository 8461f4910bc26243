'use client';
import { type ReactNode, useContext } from 'react';
import { FormContext } from './form-context';

/** Fields that are asked only after a refusal of this code: 仍要这样. */
export function WhenRefused({ code, children }: { code: string; children: ReactNode }) {
  const { code: refused } = useContext(FormContext);
  return refused === code ? children : null;
}
