import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { LinkButton } from '@/components/ui/link-button';
import { PaperView } from '@/components/ui/paper-view';
import { PrintButton } from '@/components/ui/print-button';
import { openPaper } from '@/features/founding/queries/open-paper';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '建会文件' };

export default async function PaperPage({
  params,
}: {
  params: Promise<{ id: string; paper: string }>;
}) {
  const { id, paper: which } = await params;
  const ctx = await requireStaff(`/desk/foundings/${id}/papers/${which}`);
  const { paper } = await openPaper(ctx, id, which);
  return (
    <DeskMain>
      <div className="no-print mb-4 flex flex-wrap items-center gap-3">
        <LinkButton variant="secondary" small href={`/desk/foundings/${id}`}>
          返回
        </LinkButton>
        <LinkButton variant="secondary" small href={`/api/desk/foundings/${id}/papers/${which}`}>
          下载 PDF
        </LinkButton>
        <span className="needs-script">
          <PrintButton />
        </span>
        <p className="text-ink-2">照登记的填好，空着的手写；草稿的文号、日期以正式文件为准</p>
      </div>
      <PaperView paper={paper} />
    </DeskMain>
  );
}
