import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Breadcrumbs } from '@/components/ui/tabs';
import { getDeskOffering } from '@/features/offerings/queries/desk-offering';
import { addSessionAction } from '@/features/scheduling/actions';
import { SessionForm } from '@/features/scheduling/components/desk-session-form';
import { listVenueChoices } from '@/features/venues/queries/venues';
import { requireStaff } from '@/lib/auth/session';
import { newId } from '@/lib/ids';

export const metadata: Metadata = { title: '加一场' };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ like?: string }>;
}

export default async function NewSessionPage({ params, searchParams }: Props) {
  const [{ id }, { like: asked }] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(`/desk/offerings/${id}/sessions/new`);
  const offering = await getDeskOffering(ctx, id);
  const named = offering.live.find((s) => s.id === asked);
  const like = named ?? offering.live.at(-1);
  const back = `/desk/offerings/${id}/settings`;
  return (
    <DeskMain>
      <Breadcrumbs
        trail={[
          { label: '服务与活动', href: '/desk/offerings' },
          { label: offering.title, href: back },
          { label: '加一场' },
        ]}
      />
      <PageHead title="加一场" />
      <div className="max-w-form">
        <SessionForm
          action={addSessionAction}
          fields={{ offeringId: id }}
          like={like}
          named={named !== undefined}
          venues={await listVenueChoices(ctx, like?.venueId)}
          idempotencyKey={newId()}
          backHref={back}
        />
      </div>
    </DeskMain>
  );
}
