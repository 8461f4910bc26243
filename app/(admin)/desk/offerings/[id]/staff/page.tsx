import type { Metadata } from 'next';
import { EmptyState } from '@/components/ui/empty-state';
import { bookingFilter } from '@/features/bookings/schema/desk-filter';
import {
  addClassStaffAction,
  copyClassAction,
  openClassAction,
  recordCheckAction,
  recordChecklistAction,
  removeClassStaffAction,
} from '@/features/childcare/actions';
import { ChecklistPanel } from '@/features/childcare/components/checklist-panel';
import { CopyClassPanel } from '@/features/childcare/components/copy-class-panel';
import { ReadinessPanel } from '@/features/childcare/components/readiness-panel';
import { StaffPanel } from '@/features/childcare/components/staff-panel';
import { getClassStaff } from '@/features/childcare/queries/class-staff';
import { nearestSession } from '@/features/offerings/rules/session-words';
import { SessionChips } from '@/features/rolls/components/desk-roll-tools';
import { offeringTab } from '@/features/scheduling/components/offering-tab';
import { NotFound } from '@/lib/errors';

export const metadata: Metadata = { title: '看护人员' };

export default offeringTab('staff', async ({ ctx, offering, search }) => {
  if (offering.kind !== 'childcare') throw new NotFound('class');
  const asked = bookingFilter.parse(search).session;
  const chosen = offering.sessions.find((s) => s.id === asked) ?? nearestSession(offering);
  const view = chosen ? await getClassStaff(ctx, chosen.id) : null;
  return (
    <>
      {view ? (
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-[minmax(0,1fr)_336px]">
          <div className="flex min-w-0 flex-col gap-4">
            <SessionChips offering={offering} chosen={view.sessionId} />
            <CopyClassPanel view={view} copy={copyClassAction} />
            <StaffPanel
              view={view}
              checking={String(search.check)}
              add={addClassStaffAction}
              record={recordCheckAction}
              remove={removeClassStaffAction}
            />
            <ChecklistPanel
              view={view}
              editing={String(search.item)}
              record={recordChecklistAction}
            />
          </div>
          <ReadinessPanel view={view} open={openClassAction} />
        </div>
      ) : (
        <EmptyState icon="calendar" title="还没有场次">
          在“设置”里加一个班，就能登记看护人员。
        </EmptyState>
      )}
    </>
  );
});
