import type { Metadata } from 'next';
import { EmptyState } from '@/components/ui/empty-state';
import { AbsentPanel } from '@/features/absences/components/absent-panel';
import { listAbsentOf } from '@/features/absences/queries/absent-of-session';
import { MessageLink } from '@/features/announcements/components/message-link';
import { markGridAction, markRollAction } from '@/features/attendance/actions';
import { CourseGridPanel, RollViews } from '@/features/attendance/components/course-grid';
import { CourseRoll } from '@/features/attendance/components/course-roll';
import { RollTools } from '@/features/attendance/components/roll-tools';
import { getCourseGrid } from '@/features/attendance/queries/course-grid';
import { getCourseRoll } from '@/features/attendance/queries/course-roll';
import { courseRollSearch } from '@/features/attendance/schema/pages';
import { revealAttendeeAction, revealAttendeesAction } from '@/features/bookings/actions';
import { bookingFilter } from '@/features/bookings/schema/desk-filter';
import { isCourse, timedOf } from '@/features/offerings/rules/meetings';
import { nearestSession } from '@/features/offerings/rules/session-words';
import { PlacesPanel } from '@/features/places/components/desk-places';
import { explainPlaces } from '@/features/places/queries/where-places';
import { markAttendanceAction } from '@/features/rolls/actions';
import { RollTable } from '@/features/rolls/components/desk-roll';
import { ExportPanel, SessionChips } from '@/features/rolls/components/desk-roll-tools';
import { getRoll } from '@/features/rolls/queries/roll';
import { offeringTab } from '@/features/scheduling/components/offering-tab';

export const metadata: Metadata = { title: '名册与签到' };

const names = { reveal: revealAttendeeAction, revealAll: revealAttendeesAction };

export default offeringTab('roll', async ({ ctx, id, offering, search }) => {
  const chosen = bookingFilter.parse(search).session ?? nearestSession(offering)?.id;
  const roll = chosen ? await getRoll(ctx, offering, chosen) : null;
  const { on, view, part } = courseRollSearch.parse(search);
  const isLong = roll !== null && isCourse(timedOf(roll.session));
  return (
    <>
      {roll ? (
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-[minmax(0,1fr)_336px]">
          <div className="min-w-0 flex flex-col gap-3">
            <SessionChips offering={offering} chosen={roll.session.id} />
            <RollTools offeringId={id} kind={offering.kind} sessionId={roll.session.id} />
            {isLong && <RollViews sessionId={roll.session.id} view={view} />}
            {isLong && view === 'grid' ? (
              <CourseGridPanel
                grid={await getCourseGrid(ctx, roll.session.id, part)}
                offeringId={id}
                mark={markGridAction}
                revealAll={revealAttendeesAction}
              />
            ) : isLong ? (
              <CourseRoll
                roll={await getCourseRoll(ctx, roll.session.id, on)}
                offeringId={id}
                mark={markRollAction}
                {...names}
              />
            ) : (
              <RollTable offering={offering} roll={roll} mark={markAttendanceAction} {...names} />
            )}
          </div>
          <div className="flex flex-col gap-4">
            <MessageLink offeringId={id} audience="joined" sessionId={roll.session.id} />
            <AbsentPanel lines={await listAbsentOf(ctx, roll.session.id)} />
            <PlacesPanel
              offeringId={id}
              sessions={await explainPlaces(ctx, offering, roll.session.id)}
              now={offering.now}
            />
            <ExportPanel {...{ ctx, search }} offeringId={id} sessionId={roll.session.id} />
          </div>
        </div>
      ) : (
        <EmptyState icon="calendar" title="还没有场次">
          在“设置”里加一场，就有名册了。
        </EmptyState>
      )}
    </>
  );
});
