import type { ReactNode } from 'react';
import { TextLink } from './app-link';

/** The detail of a split view: scrolls by itself on the desk, with its bar of decisions below. */
export function CasePane({
  backHref,
  backLabel,
  children,
  bar,
}: {
  backHref: string;
  backLabel: string;
  children: ReactNode;
  bar?: ReactNode;
}) {
  return (
    <>
      <div className="min-h-0 flex-auto overflow-y-auto px-4 pt-4 pb-8 lg:px-6">
        <p className="no-print mb-2 lg:hidden">
          <TextLink href={backHref} className="inline-flex min-h-target items-center">
            {backLabel}
          </TextLink>
        </p>
        {children}
      </div>
      {bar}
    </>
  );
}
