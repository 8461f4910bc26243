import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Panel, Section } from '@/components/ui/card';
import { KeyFacts } from '@/components/ui/disclosure';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { Breadcrumbs } from '@/components/ui/tabs';
import { MessageList } from '@/features/announcements/components/message-list';
import { listSegmentMessages } from '@/features/announcements/queries/announcements';
import { SegmentLines, SegmentProblems } from '@/features/segments/components/segment-lines';
import { SegmentMembers } from '@/features/segments/components/segment-members';
import { ArchiveSegment, SegmentDone } from '@/features/segments/components/segment-state';
import { countSegment, listSegmentMembers } from '@/features/segments/queries/segment-members';
import { getSegment } from '@/features/segments/queries/segments';
import { segmentQuery } from '@/features/segments/schema/segment';
import { requireStaff } from '@/lib/auth/session';
import { todayOn } from '@/lib/dates';

export const metadata: Metadata = { title: '人群' };

type Props = PageProps<'/desk/segments/[id]'>;

export default async function SegmentPage({ params, searchParams }: Props) {
  const [{ id }, search] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(`/desk/segments/${id}`);
  const segment = await getSegment(ctx, id);
  const { after, count, done } = segmentQuery.parse(search);
  const found = await listSegmentMembers(ctx, segment, after);
  const messages = await listSegmentMessages(ctx, id);
  const maySend = segment.senders.length > 0 && !segment.archivedAt;
  const counted = count === 'yes' ? await countSegment(ctx, segment) : null;
  const base = `/desk/segments/${id}`;
  return (
    <DeskMain>
      <Breadcrumbs trail={[{ label: '人群', href: '/desk/segments' }, { label: segment.name }]} />
      <PageHead title={segment.name}>管理单位：{segment.organisation}</PageHead>
      <div className="flex flex-col gap-4">
        <SegmentDone segment={segment} done={done} />
        <SegmentProblems problems={segment.problems} />
        {counted !== null && (
          <KeyFacts facts={[{ value: `${counted} 人`, label: '您管理范围内现在符合的会员' }]} />
        )}
        <Panel title="条件">
          <SegmentLines lines={segment.lines} />
          <div className="no-print mt-3 flex flex-wrap items-start gap-3">
            <LinkButton small variant="secondary" href={`${base}?count=yes`}>
              看人数
            </LinkButton>
            {maySend && (
              <LinkButton small href={`${base}/messages/new`} icon={<Icon name="message" />}>
                发消息
              </LinkButton>
            )}
            {segment.mine && !segment.archivedAt && (
              <LinkButton small variant="secondary" href={`${base}/edit`}>
                修改
              </LinkButton>
            )}
            <ArchiveSegment segment={segment} />
          </div>
        </Panel>
        <SegmentMembers id={id} found={found} today={todayOn(ctx.now)} first={!after} />
        {(maySend || messages.length > 0) && (
          <Section title="发过的消息">
            <MessageList
              items={messages}
              base={`${base}/messages`}
              now={segment.now}
              empty="先看人数和样子再发；每人只收一条。"
            />
          </Section>
        )}
      </div>
    </DeskMain>
  );
}
