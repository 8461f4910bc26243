import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Chips } from '@/components/ui/chips';
import { Notice } from '@/components/ui/notice';
import { FillYearForm, HolidayForm } from '@/features/configuration/components/holiday-form';
import { SettingsTabs } from '@/features/configuration/components/settings-tabs';
import { YearView } from '@/features/configuration/components/year-view';
import { canConfigure } from '@/features/configuration/policy';
import { isPublished, listHolidays } from '@/features/configuration/queries/holidays';
import { requireStaff } from '@/lib/auth/session';
import { todayOn } from '@/lib/dates';

export const metadata: Metadata = { title: '节假日' };

type Search = Promise<{ year?: string }>;

export default async function HolidaysPage({ searchParams }: { searchParams: Search }) {
  const ctx = await requireStaff('/desk/settings/holidays');
  if (!canConfigure.anywhere(ctx.actor)) notFound();
  const thisYear = Number(todayOn(ctx.now).slice(0, 4));
  const asked = Number((await searchParams).year);
  const year = Number.isInteger(asked) && asked >= 2020 && asked <= 2099 ? asked : thisYear;
  const days = await listHolidays(ctx, year);
  const years = [...new Set([thisYear - 2, thisYear - 1, thisYear, thisYear + 1, year])].sort();
  return (
    <DeskMain>
      <PageHead title="节假日" tools={isPublished(year) && <FillYearForm year={year} />}>
        办理时限按工作日算，周末调休上班、工作日放假都在这里改。改了以后，没到期的期限重新算，有变动的告诉本人一次。
      </PageHead>
      <SettingsTabs current="holidays" />
      <div className="mb-4">
        <Chips
          label="年份"
          chips={years.map((y) => ({
            label: `${y}年`,
            href: `/desk/settings/holidays?year=${y}`,
            current: y === year,
          }))}
        />
      </div>
      {days.length === 0 && (
        <Notice tone="warning" className="mb-4">
          {year}
          年还没有安排，现在按周一至周五上班、元旦劳动节国庆节的法定假日放假计算，期限写“暂定”。国务院公布后请填入。
        </Notice>
      )}
      <HolidayForm year={year} />
      <YearView days={days} year={year} />
    </DeskMain>
  );
}
