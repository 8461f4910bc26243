import type { Metadata } from 'next';
import { TextLink } from '@/components/ui/app-link';
import { Notice } from '@/components/ui/notice';
import {
  MergeChoice,
  MergeList,
  MergePreviewPanel,
} from '@/features/scheduling/components/desk-merge';
import { offeringTab } from '@/features/scheduling/components/offering-tab';
import { listMerges, previewMerge } from '@/features/scheduling/queries/merge-preview';
import { mergeQuery } from '@/features/scheduling/schema/merge';

export const metadata: Metadata = { title: '并班' };

const said = {
  merged: '已并班，每个人都会收到一次通知。没人答复、取消前可以撤回',
  undone: '已撤回，都回到原来的班，已通知',
} as const;

export default offeringTab(
  'settings',
  async ({ ctx, id, offering, search }) => {
    const { from: fromId, into: intoId, done } = mergeQuery.parse(search);
    const from = offering.live.find((s) => s.id === fromId);
    const into = offering.live.find((s) => s.id === intoId && s.id !== fromId);
    const settings = `/desk/offerings/${id}/settings#sessions`;
    return (
      <div className="flex max-w-member flex-col gap-4">
        {done && (
          <Notice tone="success" live>
            {said[done]}。
          </Notice>
        )}
        {from && !into && <MergeChoice offering={offering} from={from} />}
        {from && into && (
          <MergePreviewPanel
            {...{ offering, from, into }}
            preview={await previewMerge(ctx, offering, from, into)}
          />
        )}
        <MergeList merges={await listMerges(ctx, id)} now={offering.now} />
        <p>
          <TextLink href={settings}>{from ? '返回场次' : '从场次里选要并的班'}</TextLink>
        </p>
      </div>
    );
  },
  '/merge',
);
