import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Breadcrumbs } from '@/components/ui/tabs';
import { SegmentEditor } from '@/features/segments/components/segment-editor';
import { SegmentProblems } from '@/features/segments/components/segment-lines';
import { SegmentSave } from '@/features/segments/components/segment-save';
import { canManageSegments } from '@/features/segments/policy';
import { listSegmentChoices } from '@/features/segments/queries/choices';
import { openSegmentEditor } from '@/features/segments/queries/open-editor';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '建人群' };

export default async function NewSegmentPage({ searchParams }: PageProps<'/desk/segments/new'>) {
  const ctx = await requireStaff('/desk/segments/new');
  if (!canManageSegments.anywhere(ctx.actor)) forbidden();
  const own = canManageSegments.organisationsOf(ctx.actor);
  const choices = await listSegmentChoices(ctx, own);
  const { draft, counted, problems } = await openSegmentEditor(ctx, await searchParams, null);
  return (
    <DeskMain>
      <Breadcrumbs trail={[{ label: '人群', href: '/desk/segments' }, { label: '建人群' }]} />
      <PageHead title="建人群">一条一条加条件，先看人数，再起名保存。</PageHead>
      <div className="flex max-w-[960px] flex-col gap-4">
        <SegmentEditor base="/desk/segments/new" draft={draft} choices={choices} />
        <SegmentProblems problems={problems} />
        {counted && problems.length === 0 && <SegmentSave {...counted} keepers={choices.unions} />}
      </div>
    </DeskMain>
  );
}
