import type { ReactNode } from 'react';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { PrintButton } from './print-button';

interface PaperPageProps {
  backHref: string;
  title: string;
  words: string;
  children: ReactNode;
}

/** A page around A4 sheets: the words and the button stay on the screen, the sheets go to paper. */
export function PaperPage({ backHref, title, words, children }: PaperPageProps) {
  return (
    <FlowPage backHref={backHref} wide>
      <div className="no-print">
        <PageHead title={title} tools={<PrintButton />}>
          {words}
        </PageHead>
      </div>
      <PaperPreview>{children}</PaperPreview>
    </FlowPage>
  );
}

/** Sheets as wide as paper: on a phone they are read by scrolling sideways, by keyboard too. */
export function PaperPreview({ children }: { children: ReactNode }) {
  return (
    <section
      aria-label="纸质表格预览"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must take the focus
      tabIndex={0}
      className="overflow-x-auto print:overflow-visible [&>article]:min-w-[640px] print:[&>article]:min-w-0 print:[&>article]:break-after-page print:[&>article:last-child]:break-after-auto"
    >
      {children}
    </section>
  );
}
