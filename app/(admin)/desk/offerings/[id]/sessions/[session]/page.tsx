import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Disclosures } from '@/components/ui/disclosure';
import { Breadcrumbs } from '@/components/ui/tabs';
import { openCount } from '@/features/bookings/queries/booking-counts';
import { getDeskOffering } from '@/features/offerings/queries/desk-offering';
import { cancelSessionAction, changeSessionAction } from '@/features/scheduling/actions';
import { CancelForm } from '@/features/scheduling/components/desk-cancel-form';
import { DoneNotice } from '@/features/scheduling/components/desk-done';
import { SessionForm } from '@/features/scheduling/components/desk-session-form';
import { listVenueChoices } from '@/features/venues/queries/venues';
import { requireStaff } from '@/lib/auth/session';
import { SetAside } from './set-aside';

export const metadata: Metadata = { title: '修改场次' };

interface Props {
  params: Promise<{ id: string; session: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function EditSessionPage({ params, searchParams }: Props) {
  const { id, session: sessionId } = await params;
  const ctx = await requireStaff(`/desk/offerings/${id}/sessions/${sessionId}`);
  const offering = await getDeskOffering(ctx, id);
  const session = offering.live.find((s) => s.id === sessionId);
  const back = `/desk/offerings/${id}/settings`;
  if (!session) notFound();
  return (
    <DeskMain>
      <Breadcrumbs
        trail={[
          { label: '服务与活动', href: '/desk/offerings' },
          { label: offering.title, href: back },
          { label: session.title },
        ]}
      />
      <PageHead title={`修改“${session.title}”`}>
        {offering.status !== 'draft' && '改时间或地点，会立即通知已预约和候补的人。'}
      </PageHead>
      <DoneNotice search={await searchParams} offering={offering} />
      <div className="max-w-form flex flex-col gap-6">
        <SessionForm
          action={changeSessionAction}
          fields={{ sessionId }}
          session={session}
          venues={await listVenueChoices(ctx, session.venueId)}
          backHref={back}
        />
        <SetAside ctx={ctx} offering={offering} sessionId={sessionId} />
        <Disclosures>
          <CancelForm
            folded
            action={cancelSessionAction}
            fields={{ sessionId }}
            people={openCount(offering, sessionId)}
            button={offering.status === 'draft' ? '去掉这一场' : '取消这一场'}
            backHref={back}
          />
        </Disclosures>
      </div>
    </DeskMain>
  );
}
