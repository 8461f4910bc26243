import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Chips } from '@/components/ui/chips';
import { Notice } from '@/components/ui/notice';
import { Tabs } from '@/components/ui/tabs';
import { mergeKinds, pairStatuses } from '@/db/schema/enums';
import { PairForm } from '@/features/duplicates/components/pair-form';
import { duplicatesHref, PairsTable } from '@/features/duplicates/components/pairs-table';
import { canMergeRecords } from '@/features/duplicates/policy';
import { listPairs } from '@/features/duplicates/queries/list-pairs';
import { pairLabels, recordKindLabels } from '@/features/duplicates/rules/labels';
import { duplicatesView } from '@/features/duplicates/schema/duplicates';
import { authorize } from '@/lib/access';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '疑似重复' };

export default async function DuplicatesPage({ searchParams }: PageProps<'/desk/duplicates'>) {
  const ctx = await requireStaff('/desk/duplicates');
  authorize(canMergeRecords.anywhere(ctx.actor));
  const search = await searchParams;
  const view = duplicatesView.parse(search);
  const { lines, after, waiting } = await listPairs(ctx, view);
  return (
    <DeskMain>
      <PageHead title="疑似重复">
        同一个人、同一家单位登记了两次的，核对后合并成一条。合错了随时可以拆开。
      </PageHead>
      {search.done === 'different' && (
        <Notice tone="success" live className="mb-4">
          已记下不是同一个，两条资料没变就不再提示。
        </Notice>
      )}
      <Tabs
        label="哪一类"
        tabs={mergeKinds.map((kind) => ({
          label: recordKindLabels[kind],
          href: duplicatesHref({ kind, status: 'open', after: undefined }),
          count: waiting[kind],
          current: view.kind === kind,
        }))}
      />
      <div className="mb-4">
        <Chips
          label="办到哪了"
          chips={pairStatuses.map((status) => ({
            label: pairLabels[status],
            href: duplicatesHref({ ...view, status }),
            current: view.status === status,
          }))}
        />
      </div>
      <PairsTable lines={lines} view={view} after={after} />
      <PairForm kind={view.kind} />
    </DeskMain>
  );
}
