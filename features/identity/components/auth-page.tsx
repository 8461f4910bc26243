import type { ReactNode } from 'react';
import { TopBar } from '@/components/layout/top-bar';
import { SkipLink } from '@/components/layout/wordmark';
import { readPortal } from '@/lib/portal/portal';

/** A page before anybody is signed in: one narrow column, no tab bar. */
export async function AuthPage({ children }: { children: ReactNode }) {
  const mark = await readPortal();
  return (
    <div className="flex min-h-screen flex-col">
      <SkipLink />
      <TopBar mark={mark} />
      <main
        id="main"
        className="mx-auto w-full max-w-member flex-auto px-gutter pt-6 pb-12 lg:max-w-[440px]"
      >
        {children}
      </main>
    </div>
  );
}

/** Keeps where the person was going through the steps of signing in. */
export function NextField({ next }: { next: string | undefined }) {
  return next ? <input type="hidden" name="next" value={next} /> : null;
}

/** `path` with the place to go on to. */
export const withNext = (path: string, next: string | undefined): string =>
  next ? `${path}?next=${encodeURIComponent(next)}` : path;
