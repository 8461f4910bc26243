import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Breadcrumbs } from '@/components/ui/tabs';
import { SegmentEditor } from '@/features/segments/components/segment-editor';
import { SegmentProblems } from '@/features/segments/components/segment-lines';
import { SegmentSave } from '@/features/segments/components/segment-save';
import { listSegmentChoices } from '@/features/segments/queries/choices';
import { openSegmentEditor } from '@/features/segments/queries/open-editor';
import { getSegment } from '@/features/segments/queries/segments';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '改人群' };

type Props = PageProps<'/desk/segments/[id]/edit'>;

export default async function EditSegmentPage({ params, searchParams }: Props) {
  const [{ id }, search] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(`/desk/segments/${id}/edit`);
  const segment = await getSegment(ctx, id);
  if (!segment.mine || segment.archivedAt) notFound();
  const choices = await listSegmentChoices(ctx, [segment.organisationId]);
  const { draft, counted, problems } = await openSegmentEditor(ctx, search, segment);
  const base = `/desk/segments/${id}`;
  return (
    <DeskMain>
      <Breadcrumbs
        trail={[
          { label: '人群', href: '/desk/segments' },
          { label: segment.name, href: base },
          { label: '修改' },
        ]}
      />
      <PageHead title={`改“${segment.name}”`}>
        发过的消息、用它定的报名条件不变；以后用它的按新的算。
      </PageHead>
      <div className="flex max-w-[960px] flex-col gap-4">
        <SegmentEditor base={`${base}/edit`} draft={draft} choices={choices} />
        <SegmentProblems problems={counted ? problems : segment.problems} />
        {counted && problems.length === 0 && (
          <SegmentSave {...counted} segment={segment} keepers={[]} />
        )}
      </div>
    </DeskMain>
  );
}
