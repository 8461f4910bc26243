import type { ReactNode } from 'react';
import { cx } from '../ui/cx';
import { Title } from '../ui/title';
import { mainClass } from './main-class';
import { OfflineHelper } from './offline-helper';
import { TextProbe } from './text-probe';
import { FlowBar } from './top-bar';
import { SkipLink } from './wordmark';

interface FlowPageProps {
  backHref: string;
  backLabel?: string;
  children: ReactNode;
  wide?: boolean;
}

/** A page inside a flow: back link, no tab bar; the action bar belongs to its form. */
export function FlowPage({ backHref, backLabel, children, wide }: FlowPageProps) {
  return (
    <div className="flex min-h-screen flex-col">
      <SkipLink />
      <OfflineHelper />
      <TextProbe />
      <FlowBar backHref={backHref} backLabel={backLabel} />
      <main
        id="main"
        className={cx(mainClass(wide), 'flex flex-col pb-8 max-lg:has-data-action-bar:pb-0')}
      >
        {children}
      </main>
    </div>
  );
}

/** Title of a page and the sentence below it. */
export function PageHead({
  title,
  children,
  tools,
}: {
  title: ReactNode;
  children?: ReactNode;
  tools?: ReactNode;
}) {
  return (
    <div className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3 desk:mb-4">
      <div className="min-w-0">
        <h1>{typeof title === 'string' ? <Title>{title}</Title> : title}</h1>
        {children && <div className="mt-2 text-secondary text-ink-2 desk:mt-0">{children}</div>}
      </div>
      {tools && (
        <div className="no-print flex max-w-full flex-none flex-wrap items-center gap-2">
          {tools}
        </div>
      )}
    </div>
  );
}
