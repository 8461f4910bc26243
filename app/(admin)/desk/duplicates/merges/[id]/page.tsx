import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { TextLink } from '@/components/ui/app-link';
import { Notice } from '@/components/ui/notice';
import { Breadcrumbs } from '@/components/ui/tabs';
import { MergeDetail } from '@/features/duplicates/components/merge-detail';
import { getMerge } from '@/features/duplicates/queries/merge';
import { requireStaff } from '@/lib/auth/session';
import { hasRecentSecondFactor } from '@/lib/auth/step-up';

export const metadata: Metadata = { title: '合并记录' };

const doneWords: Record<string, string> = {
  merged: '已合并成一条。',
  undone: '已拆开，两条都恢复了。',
};

export default async function MergePage({
  params,
  searchParams,
}: PageProps<'/desk/duplicates/merges/[id]'>) {
  const [{ id }, { done }] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(`/desk/duplicates/merges/${id}`);
  const merge = await getMerge(ctx, id);
  const words = typeof done === 'string' ? doneWords[done] : undefined;
  const record = `/desk/${merge.kind === 'person' ? 'members' : 'register'}/${merge.survivorId}`;
  return (
    <DeskMain>
      <Breadcrumbs
        trail={[
          { label: '疑似重复', href: `/desk/duplicates?kind=${merge.kind}&status=merged` },
          { label: '合并' },
        ]}
      />
      <PageHead title={merge.name}>
        <TextLink href={record}>看保留的这一条</TextLink>
      </PageHead>
      {words && (
        <Notice tone="success" live className="mb-4">
          {words}
        </Notice>
      )}
      <MergeDetail merge={merge} confirmed={hasRecentSecondFactor(ctx)} now={ctx.now} />
    </DeskMain>
  );
}
