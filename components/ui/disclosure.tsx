import type { ReactNode } from 'react';
import type { Fold } from '../forms/form-fold';
import { cx } from './cx';
import { Icon } from './icon';

/** Folded questions; open in print. */
export function Disclosures({ children }: { children: ReactNode }) {
  return (
    <div className="rounded-card border border-line bg-surface [&>*+*]:border-t [&>*+*]:border-line">
      {children}
    </div>
  );
}

const head = (summary: ReactNode, margin = 'px-4') => (
  <summary className={cx('flex min-h-row items-center justify-between gap-3 py-[10px]', margin)}>
    <span>{summary}</span>
    <Icon name="chevron-down" className="turns !size-[18px] text-ink-3" />
  </summary>
);
const bodyClass = 'px-4 pb-4 text-ink-2';

/** The same around a form, or some fields of one, for their `fold`: open again after a refusal. */
export const foldOf = (summary: ReactNode, open?: boolean): Fold => ({
  head: head(summary),
  open,
  bodyClass,
});

/** The same without a frame of its own: it stands in line with what is above it. */
export const flushFold = (summary: ReactNode, open?: boolean): Fold => ({
  head: head(summary, ''),
  open,
  bodyClass: 'pb-4 text-ink-2',
});

export function Disclosure({
  summary,
  children,
  open,
}: {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean;
}) {
  return (
    <details open={open}>
      {head(summary)}
      <div className={bodyClass}>{children}</div>
    </details>
  );
}

/** Three short facts side by side: 3 步 · 5 天 · 不收费. */
export function KeyFacts({ facts }: { facts: readonly { value: ReactNode; label: ReactNode }[] }) {
  return (
    <dl className="grid grid-cols-3 rounded-card border border-line bg-surface py-3 xlarge:grid-cols-1 xlarge:py-0">
      {facts.map((fact, at) => (
        <div
          key={at}
          className="flex flex-col-reverse border-line justify-end px-2 text-center not-first:border-l xlarge:flex-row-reverse xlarge:justify-between xlarge:px-4 xlarge:py-[10px] xlarge:not-first:border-t xlarge:not-first:border-l-0"
        >
          <dt className="text-meta text-ink-2">{fact.label}</dt>
          <dd className="text-h3 font-semibold">{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
