import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Breadcrumbs } from '@/components/ui/tabs';
import { addSessionAction } from '@/features/programmes/actions/scheduling';
import { SessionForm } from '@/features/programmes/components/desk-session-form';
import { getDeskOffering } from '@/features/programmes/queries/desk-offering';
import { requireStaff } from '@/lib/auth/session';
import { newId } from '@/lib/ids';

export const metadata: Metadata = { title: '加一场' };

export default async function NewSessionPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const ctx = await requireStaff(`/desk/offerings/${id}/sessions/new`);
  const offering = await getDeskOffering(ctx, id);
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
          idempotencyKey={newId()}
          backHref={back}
        />
      </div>
    </DeskMain>
  );
}
