import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Chips } from '@/components/ui/chips';
import { Notice } from '@/components/ui/notice';
import { PrintButton } from '@/components/ui/print-button';
import { WeeklyView } from '@/features/desk/components/weekly-view';
import { readWeekly } from '@/features/desk/queries/weekly';
import { weekBefore, weekOf } from '@/features/desk/rules/week';
import { weeklyQuery } from '@/features/desk/schema/weekly';
import { canReviewApplication } from '@/features/members/policy';
import { requireStaff } from '@/lib/auth/session';
import { addDays, formatDayRange, todayOn } from '@/lib/dates';

export const metadata: Metadata = { title: '入会周报' };

export default async function WeeklyPage({ searchParams }: PageProps<'/desk/weekly'>) {
  const ctx = await requireStaff('/desk/weekly');
  if (!canReviewApplication.anywhere(ctx.actor)) forbidden();
  const query = weeklyQuery.parse(await searchParams);
  const today = todayOn(ctx.now);
  const week = weekOf(query.week ?? today);
  const weekly = await readWeekly(ctx, week);
  const at = (on: string) => `/desk/weekly?week=${on}`;
  const [now, last] = [weekOf(today), weekBefore(today)];
  return (
    <DeskMain>
      <PageHead title="入会周报" tools={<PrintButton variant="secondary" />}>
        {formatDayRange(week.from, week.to, today)}
      </PageHead>
      <div className="no-print mb-4">
        <Chips
          label="哪一周"
          wrap
          chips={[
            { label: '本周', href: at(now.from), current: week.from === now.from },
            { label: '上周', href: at(last.from), current: week.from === last.from },
            { label: '再前一周', href: at(addDays(week.from, -7)) },
          ]}
        />
      </div>
      {query.done && (
        <Notice tone="success" live className="mb-4">
          已催办，已通知该工会的干部。同一个工会一天催一次。
        </Notice>
      )}
      <WeeklyView weekly={weekly} />
    </DeskMain>
  );
}
