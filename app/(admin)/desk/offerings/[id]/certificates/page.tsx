import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { EmptyState } from '@/components/ui/empty-state';
import { bookingFilter } from '@/features/bookings/schema/desk-filter';
import { getDeskOffering } from '@/features/offerings/queries/desk-offering';
import { nearestSession } from '@/features/offerings/rules/session-words';
import { SessionChips } from '@/features/rolls/components/desk-roll-tools';
import { OfferingFrame } from '@/features/scheduling/components/desk-offering-frame';
import {
  issueCertificatesAction,
  reissueCertificateAction,
  revokeCertificateAction,
} from '@/features/training/actions';
import { Candidates } from '@/features/training/components/candidates';
import { IssuedList } from '@/features/training/components/issued-list';
import { getCompletion } from '@/features/training/queries/course-certificates';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '结业证书' };

export default async function CertificatesPage({
  params,
  searchParams,
}: PageProps<'/desk/offerings/[id]/certificates'>) {
  const { id } = await params;
  const ctx = await requireStaff(`/desk/offerings/${id}/certificates`);
  const offering = await getDeskOffering(ctx, id);
  if (offering.kind !== 'training') notFound();
  const chosen = bookingFilter.parse(await searchParams).session ?? nearestSession(offering)?.id;
  const completion = chosen ? await getCompletion(ctx, chosen) : null;
  return (
    <OfferingFrame offering={offering} tab="certificates">
      {completion && chosen ? (
        <div className="flex flex-col gap-4">
          <SessionChips offering={offering} chosen={chosen} />
          <Candidates completion={completion} issue={issueCertificatesAction} />
          <IssuedList
            completion={completion}
            revoke={revokeCertificateAction}
            reissue={reissueCertificateAction}
          />
        </div>
      ) : (
        <EmptyState icon="calendar" title="还没有场次">
          在“设置”里加一场，上完课就能发证了。
        </EmptyState>
      )}
    </OfferingFrame>
  );
}
