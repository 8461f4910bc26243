import type { Metadata } from 'next';
import { EmptyState } from '@/components/ui/empty-state';
import { AbsentPanel } from '@/features/absences/components/absent-panel';
import { listAbsentOf } from '@/features/absences/queries/absent-of-session';
import { markAttendanceAction, revealAttendeeAction } from '@/features/programmes/actions';
import { OfferingFrame } from '@/features/programmes/components/desk-offering-frame';
import { RollTable } from '@/features/programmes/components/desk-roll';
import { ExportPanel, SessionChips } from '@/features/programmes/components/desk-roll-tools';
import { SeatPanel } from '@/features/programmes/components/desk-seat-panel';
import { getDeskOffering } from '@/features/programmes/queries/desk-offering';
import { getRoll } from '@/features/programmes/queries/roll';
import { nearestSession } from '@/features/programmes/rules/session-words';
import { bookingFilter } from '@/features/programmes/schema/desk-filter';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '名册与签到' };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function RollPage({ params, searchParams }: Props) {
  const { id } = await params;
  const ctx = await requireStaff(`/desk/offerings/${id}/roll`);
  const offering = await getDeskOffering(ctx, id);
  const search = await searchParams;
  const chosen = bookingFilter.parse(search).session ?? nearestSession(offering)?.id;
  const roll = chosen ? await getRoll(ctx, offering, chosen) : null;
  return (
    <OfferingFrame offering={offering} tab="roll">
      {roll ? (
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-[minmax(0,1fr)_336px]">
          <div className="min-w-0 space-y-3">
            <SessionChips offering={offering} chosen={roll.session.id} />
            <RollTable
              offering={offering}
              roll={roll}
              mark={markAttendanceAction}
              reveal={revealAttendeeAction}
            />
          </div>
          <div className="space-y-4">
            <AbsentPanel lines={await listAbsentOf(ctx, roll.session.id)} />
            <SeatPanel offering={offering} sessionId={roll.session.id} />
            <ExportPanel offeringId={id} sessionId={roll.session.id} search={search} />
          </div>
        </div>
      ) : (
        <EmptyState icon="calendar" title="还没有场次">
          在“设置”里加一场，就有名册了。
        </EmptyState>
      )}
    </OfferingFrame>
  );
}
