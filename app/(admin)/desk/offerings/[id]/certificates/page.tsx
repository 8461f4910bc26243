import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { EmptyState } from '@/components/ui/empty-state';
import { bookingFilter } from '@/features/bookings/schema/desk-filter';
import { nearestSession } from '@/features/offerings/rules/session-words';
import { SessionChips } from '@/features/rolls/components/desk-roll-tools';
import { offeringTab } from '@/features/scheduling/components/offering-tab';
import {
  issueCertificatesAction,
  reissueCertificateAction,
  revokeCertificateAction,
} from '@/features/training/actions';
import { Candidates } from '@/features/training/components/candidates';
import { IssuedList } from '@/features/training/components/issued-list';
import { getCompletion } from '@/features/training/queries/course-certificates';
import { one } from '@/lib/one';

export const metadata: Metadata = { title: '结业证书' };

export default offeringTab('certificates', async ({ ctx, id, offering, search }) => {
  if (offering.kind !== 'training') notFound();
  const chosen = bookingFilter.parse(search).session ?? nearestSession(offering)?.id;
  const completion = chosen ? await getCompletion(ctx, chosen) : null;
  return (
    <>
      {completion && chosen ? (
        <div className="flex flex-col gap-4">
          <SessionChips offering={offering} chosen={chosen} />
          <Candidates completion={completion} issue={issueCertificatesAction} />
          <IssuedList
            completion={completion}
            revoke={revokeCertificateAction}
            reissue={reissueCertificateAction}
            refused={one(search.print)}
            here={`/desk/offerings/${id}/certificates?session=${chosen}`}
          />
        </div>
      ) : (
        <EmptyState icon="calendar" title="还没有场次">
          在“设置”里加一场，上完课就能发证了。
        </EmptyState>
      )}
    </>
  );
});
