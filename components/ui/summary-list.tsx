import type { ReactNode } from 'react';
import { AppLink } from './app-link';
import { cx } from './cx';

export interface SummaryRow {
  question: ReactNode;
  answer: ReactNode;
  /** Where the answer is changed; it comes back to this page. */
  changeHref?: string;
  /** Read out after 修改: 修改身份证号. */
  changeLabel?: string;
}

/** 问题 / 回答 / 修改. */
export function SummaryList({
  rows,
  className,
}: {
  rows: readonly SummaryRow[];
  className?: string;
}) {
  return (
    <dl className={cx('rows rounded-card border border-line bg-surface', className)}>
      {rows.map((row, at) => (
        <div key={at} className="relative px-4 py-2">
          <dt className="pr-16 text-secondary text-ink-2">{row.question}</dt>
          <dd className="min-w-0">{row.answer}</dd>
          {row.changeHref && (
            <dd className="absolute top-0 right-2">
              <AppLink
                href={row.changeHref}
                className="link inline-flex min-h-target min-w-target items-center justify-center px-2 text-secondary"
              >
                修改<span className="visually-hidden">{row.changeLabel ?? row.question}</span>
              </AppLink>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

/** Two columns of label and value on the desk; one on phones. */
export function KeyValues({
  rows,
  single,
}: {
  rows: readonly { label: ReactNode; value: ReactNode }[];
  single?: boolean;
}) {
  return (
    <dl className={cx('grid gap-x-8', !single && 'md:grid-cols-2')}>
      {rows.map((row, at) => (
        <div key={at} className="flex min-w-0 border-b border-line py-[7px] xlarge:max-lg:block">
          <dt className="w-[6.5em] flex-none text-secondary text-ink-3">{row.label}</dt>
          <dd className="min-w-0 flex-auto">{row.value}</dd>
        </div>
      ))}
    </dl>
  );
}
