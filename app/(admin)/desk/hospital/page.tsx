import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { PrintButton } from '@/components/ui/print-button';
import {
  findAtHospitalAction,
  markAbsenteesAction,
  markScreenedAction,
} from '@/features/screening/actions';
import { HospitalDayView } from '@/features/screening/components/hospital-day';
import { canWorkAtHospitalDesk } from '@/features/screening/policy';
import { openHospitalDay } from '@/features/screening/queries/hospital-day';
import { hospitalQuery } from '@/features/screening/schema/hospital';
import { requireStaff } from '@/lib/auth/session';
import { formatDay, todayOn } from '@/lib/dates';

export const metadata: Metadata = { title: '今日名单' };

export default async function HospitalPage({ searchParams }: PageProps<'/desk/hospital'>) {
  const ctx = await requireStaff('/desk/hospital');
  if (!canWorkAtHospitalDesk.anywhere(ctx.actor)) forbidden();
  const { half } = hospitalQuery.parse(await searchParams);
  const day = await openHospitalDay(ctx);
  const today = todayOn(day.now);
  const some = day.sessions.some((s) => s.isOpen && s.lines.length > 0);
  return (
    <DeskMain>
      <PageHead
        title={`今日名单 ${formatDay(today, today)}`}
        tools={some && <PrintButton variant="secondary">打印名单</PrintButton>}
      >
        只有当天、本院的名单。每次打开都有记录；检查结果不在这里登记，由医院告诉本人。
      </PageHead>
      <HospitalDayView
        day={day}
        half={half}
        mark={markScreenedAction}
        markAll={markAbsenteesAction}
        find={findAtHospitalAction}
      />
    </DeskMain>
  );
}
