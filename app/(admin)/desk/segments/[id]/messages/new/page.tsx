import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Breadcrumbs } from '@/components/ui/tabs';
import { SegmentMessageForm } from '@/features/announcements/components/segment-message-form';
import { findTextOf } from '@/features/announcements/queries/announcements';
import { newMessageQuery } from '@/features/announcements/schema/announcement';
import { SegmentLines, SegmentProblems } from '@/features/segments/components/segment-lines';
import { getSegment } from '@/features/segments/queries/segments';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '给人群发消息' };

type Props = PageProps<'/desk/segments/[id]/messages/new'>;

export default async function NewSegmentMessagePage({ params, searchParams }: Props) {
  const [{ id }, search] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(`/desk/segments/${id}/messages/new`);
  const segment = await getSegment(ctx, id);
  if (segment.senders.length === 0 || segment.archivedAt) notFound();
  const { like } = newMessageQuery.parse(search);
  const text = await findTextOf(ctx, { segmentId: id }, like);
  return (
    <DeskMain>
      <Breadcrumbs
        trail={[
          { label: '人群', href: '/desk/segments' },
          { label: segment.name, href: `/desk/segments/${id}` },
          { label: '写消息' },
        ]}
      />
      <PageHead title="写消息">每人只收一条。先看人数和样子，再发。</PageHead>
      <div className="flex max-w-form flex-col gap-4">
        <SegmentProblems problems={segment.problems} />
        <SegmentLines lines={segment.lines} />
        <SegmentMessageForm segmentId={id} senders={segment.senders} text={text ?? ''} />
      </div>
    </DeskMain>
  );
}
