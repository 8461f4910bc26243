import type { ReactNode } from 'react';
import { cx } from './cx';

/** White surface with one hairline; no shadow. `pad` for running text, none for rows. */
export function Card({
  children,
  pad,
  className,
  id,
}: {
  children: ReactNode;
  pad?: boolean;
  className?: string;
  id?: string;
}) {
  return (
    <div
      id={id}
      className={cx('rounded-card border border-line bg-surface', pad && 'p-4', className)}
    >
      {children}
    </div>
  );
}

interface SectionProps {
  title?: ReactNode;
  /** A quiet link at the right of the heading. */
  more?: ReactNode;
  children: ReactNode;
  className?: string;
  id?: string;
}

/** A heading and its group: 12 px between them, 32 px before the next. */
export function Section({ title, more, children, className, id }: SectionProps) {
  return (
    <section id={id} className={cx('mt-8 first:mt-0 desk:mt-6', className)}>
      {title && (
        <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
          <h2 className="text-h3">{title}</h2>
          {more && <div className="text-secondary text-ink-2">{more}</div>}
        </div>
      )}
      {children}
    </section>
  );
}

/** A desk panel: card with a head line. */
export function Panel({
  title,
  note,
  children,
  className,
}: {
  title?: ReactNode;
  note?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  return (
    <section className={cx('rounded-card border border-line bg-surface', className)}>
      {title && (
        <div className="flex flex-wrap items-baseline justify-between gap-x-4 px-4 pt-3">
          <h2>{title}</h2>
          {note && <p className="text-meta text-ink-3">{note}</p>}
        </div>
      )}
      <div className="px-4 pt-3 pb-4">{children}</div>
    </section>
  );
}
