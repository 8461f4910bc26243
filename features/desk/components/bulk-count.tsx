'use client';
import { useEffect, useState } from 'react';

/** 「已选 3 件」, counted as boxes are ticked; without script it says what to do. */
export function BulkCount({ form }: { form: string }) {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const element = document.getElementById(form);
    const recount = () =>
      setCount(element?.querySelectorAll('input[name=item]:checked').length ?? 0);
    recount();
    element?.addEventListener('change', recount);
    return () => element?.removeEventListener('change', recount);
  }, [form]);
  return (
    <span role="status" className={count > 0 ? 'font-semibold text-ink' : undefined}>
      {count > 0 ? `已选 ${count} 件` : '勾选几件一起办'}
    </span>
  );
}
