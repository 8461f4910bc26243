'use client';
import { useRouter } from 'next/navigation';
import { type FormEvent, type ReactNode, useTransition } from 'react';

/**
 * A GET form whose choices change what else is shown (who → 能不能报). With script the page asks the
 * server again at each choice; without it the button leads to the next page, which says the same.
 */
export function ReloadOnChange({ action, children }: { action: string; children: ReactNode }) {
  const router = useRouter();
  const [busy, start] = useTransition();
  const reload = (event: FormEvent<HTMLFormElement>) => {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(event.currentTarget)) query.set(name, String(value));
    start(() => router.replace(`?${query}`, { scroll: false }));
  };
  return (
    <form
      action={action}
      onChange={reload}
      aria-busy={busy || undefined}
      className="flex flex-auto flex-col"
    >
      {children}
    </form>
  );
}
