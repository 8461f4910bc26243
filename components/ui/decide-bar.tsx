import type { ReactNode } from 'react';
import { buttonClass } from './button-style';
import { cx } from './cx';

/** The bar of decisions below a case: sticky on a phone, the foot of the detail on the desk. */
export function DecideBar({ children, note }: { children: ReactNode; note?: ReactNode }) {
  return (
    <div className="no-print sticky bottom-0 z-10 flex flex-none flex-wrap items-start gap-2 border-t border-line bg-surface px-4 py-3 [&>*]:flex-[1_1_6em] lg:px-6 lg:[&>*]:flex-none">
      {children}
      {note && (
        <p className="basis-full text-meta text-ink-3 lg:ml-auto lg:basis-auto lg:self-center">
          {note}
        </p>
      )}
    </div>
  );
}

interface FoldProps {
  /** The keyboard finds it by this. */
  id: string;
  label: ReactNode;
  title: string;
  danger?: boolean;
  children: ReactNode;
}

/** A button that unfolds its form above the bar; a native details, so it needs no script. */
export function DecideFold({ id, label, title, danger, children }: FoldProps) {
  return (
    <details name="decide" data-decide={id} className="static [&[open]>summary]:bg-neutral-50">
      <summary
        className={cx(
          buttonClass({ variant: danger ? 'danger' : 'secondary', block: true }),
          'list-none',
        )}
      >
        {label}
      </summary>
      <section
        aria-label={title}
        className="absolute inset-x-0 bottom-full max-h-[70vh] overflow-auto border-t border-line bg-surface px-4 pt-3 pb-4 lg:px-6"
      >
        <h2 className="mb-2">{title}</h2>
        {children}
      </section>
    </details>
  );
}
