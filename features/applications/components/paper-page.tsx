import type { ReactNode } from 'react';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { PrintFormButton } from './print-button';

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
        <PageHead title={title} tools={<PrintFormButton />}>
          {words}
        </PageHead>
      </div>
      {/* The last sheet must be the last child, or an empty page follows it. */}
      <div>{children}</div>
    </FlowPage>
  );
}
