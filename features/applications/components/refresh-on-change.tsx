'use client';
import { useRouter } from 'next/navigation';
import { useContext, useEffect } from 'react';
import { FormContext } from '@/components/forms/form-context';

/** When the server says that another page changed the answers, shows the new ones to check again. */
export function RefreshOnChange() {
  const state = useContext(FormContext);
  const router = useRouter();
  useEffect(() => {
    if (state.code === 'changed') router.refresh();
  }, [state, router]);
  return null;
}
