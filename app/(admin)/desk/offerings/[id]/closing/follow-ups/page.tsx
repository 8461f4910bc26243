import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Chips } from '@/components/ui/chips';
import { LinkButton } from '@/components/ui/link-button';
import { followUpAnswers } from '@/db/schema/enums';
import { offeringTab } from '@/features/scheduling/components/offering-tab';
import { FollowUpRowsTable } from '@/features/training/components/follow-up-rows';
import { listFollowUps } from '@/features/training/queries/follow-ups';
import { followUpLabels } from '@/features/training/rules/follow-up';
import { followUpFilter } from '@/features/training/schema/follow-up';

export const metadata: Metadata = { title: '回访名单' };

const answers = [undefined, ...followUpAnswers, 'none'] as const;
const words = { ...followUpLabels, none: '还没答' };

export default offeringTab(
  'closing',
  async ({ ctx, id, offering, search }) => {
    if (offering.kind !== 'training') notFound();
    const filter = followUpFilter.parse(search);
    const found = await listFollowUps(ctx, offering, filter);
    const base = `/desk/offerings/${id}/closing`;
    const href = (round: number, answer: string | undefined, page = 1) =>
      `${base}/follow-ups?round=${round}${answer ? `&answer=${answer}` : ''}${page > 1 ? `&page=${page}` : ''}`;
    return (
      <div className="flex flex-col gap-3">
        <div className="flex flex-wrap items-center gap-4">
          <LinkButton variant="secondary" small href={base}>
            返回小结
          </LinkButton>
          <p className="text-ink-2">姓名隐去，每次打开都有记录</p>
        </div>
        <Chips
          label="第几次"
          chips={[1, 2].map((round) => ({
            label: `第 ${round} 次`,
            href: href(round, filter.answer),
            current: round === filter.round,
          }))}
        />
        <Chips
          label="去向"
          wrap
          chips={answers.map((answer) => ({
            label: answer ? words[answer] : '全部',
            href: href(filter.round, answer),
            current: answer === filter.answer,
          }))}
        />
        <FollowUpRowsTable
          found={found}
          page={filter.page}
          href={(page) => href(filter.round, filter.answer, page)}
        />
      </div>
    );
  },
  '/follow-ups',
);
