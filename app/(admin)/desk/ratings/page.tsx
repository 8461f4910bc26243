import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Section } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { Breadcrumbs } from '@/components/ui/tabs';
import { TaskCase } from '@/features/ratings/components/task-case';
import { TaskTable } from '@/features/ratings/components/task-table';
import {
  answersRatings,
  listRatingTasks,
  openRatingTask,
} from '@/features/ratings/queries/desk-ratings';
import { taskFilter } from '@/features/ratings/schema';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '差评整改' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function RatingsPage({ searchParams }: { searchParams: Search }) {
  const ctx = await requireStaff('/desk/ratings');
  if (!answersRatings(ctx.actor)) notFound();
  const search = await searchParams;
  const { case: chosen } = taskFilter.parse(search);
  if (chosen) {
    const task = await openRatingTask(ctx, chosen);
    return (
      <DeskMain>
        <Breadcrumbs
          trail={[{ label: '差评整改', href: '/desk/ratings' }, { label: task.title }]}
        />
        <PageHead title={task.title} />
        <TaskCase task={task} />
      </DeskMain>
    );
  }
  const { open, done, now } = await listRatingTasks(ctx);
  return (
    <DeskMain>
      <PageHead title="差评整改">
        评“不满意”的要在期限内查清、整改、答复本人。这里不显示是谁评的。
      </PageHead>
      {search.done && (
        <Notice tone="success" className="mb-4" live>
          已答复，已通知本人确认。
        </Notice>
      )}
      <TaskTable caption="待整改" lines={open} now={now} />
      {done.length > 0 && (
        <Section title="最近答复">
          <TaskTable caption="最近答复" lines={done} now={now} />
        </Section>
      )}
    </DeskMain>
  );
}
