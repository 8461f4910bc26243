import { LinkButton } from '@/components/ui/link-button';
import { PaperView } from '@/components/ui/paper-view';
import { PrintButton } from '@/components/ui/print-button';
import type { Paper } from '@/lib/documents/paper';

/** 会员登记表 on screen, with the ways to paper above it. */
export function SheetPage({ sheet, back, pdf }: { sheet: Paper; back: string; pdf: string }) {
  return (
    <>
      <div className="no-print mb-4 flex flex-wrap items-center gap-3">
        <LinkButton variant="secondary" small href={back}>
          返回
        </LinkButton>
        <LinkButton variant="secondary" small href={pdf}>
          下载 PDF
        </LinkButton>
        <span className="needs-script">
          <PrintButton />
        </span>
        <p className="text-ink-2">A4 一张，没填的手写；证件号码、手机号只印部分</p>
      </div>
      <PaperView paper={sheet} />
    </>
  );
}
