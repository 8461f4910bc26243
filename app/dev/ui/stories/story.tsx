import type { ReactNode } from 'react';

/** A shelf of the story page: one family of components in every state. */
export function Shelf({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="border-t border-line-strong py-7">
      <h2 className="mb-4 text-h2">{title}</h2>
      <div className="grid gap-x-[60px] gap-y-8 md:grid-cols-2 xl:grid-cols-3">{children}</div>
    </section>
  );
}

/** One component, its state named above it. */
export function Story({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0 max-w-[360px]">
      <p className="mb-2 text-meta text-ink-3">{name}</p>
      {children}
    </div>
  );
}

/** A story as wide as the page: the desk's tables and charts. */
export function WideStory({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <p className="mb-2 text-meta text-ink-3">{name}</p>
      {children}
    </div>
  );
}
