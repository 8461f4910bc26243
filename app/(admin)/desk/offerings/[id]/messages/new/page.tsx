import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Breadcrumbs } from '@/components/ui/tabs';
import { draftAnnouncementAction } from '@/features/announcements/actions';
import { MessageForm, Templates } from '@/features/announcements/components/message-form';
import { findTextOf } from '@/features/announcements/queries/announcements';
import { listTemplates } from '@/features/announcements/queries/templates';
import { newMessageHref } from '@/features/announcements/rules/audience';
import { newMessageQuery } from '@/features/announcements/schema/announcement';
import { getDeskOffering } from '@/features/offerings/queries/desk-offering';
import { sessionLabel } from '@/features/offerings/rules/session-words';
import { requireStaff } from '@/lib/auth/session';
import { newId } from '@/lib/ids';

export const metadata: Metadata = { title: '写消息' };

type Props = PageProps<'/desk/offerings/[id]/messages/new'>;

export default async function NewMessagePage({ params, searchParams }: Props) {
  const [{ id }, search] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(`/desk/offerings/${id}/messages/new`);
  const offering = await getDeskOffering(ctx, id);
  const { to = 'joined', session = '', use, like } = newMessageQuery.parse(search);
  const [texts, earlier] = await Promise.all([
    listTemplates(ctx),
    findTextOf(ctx, { offeringId: id }, like),
  ]);
  const here = newMessageHref(id, { audience: to, sessionId: session });
  const chosen = earlier === null ? texts.find(({ key }) => key === use) : undefined;
  const templates = texts.map(({ key, name }) => ({
    ...{ key, name, href: `${here}&use=${key}`, current: key === chosen?.key },
  }));
  const sessions = offering.live.map((s) => ({
    value: s.id,
    label: sessionLabel(s, offering.live, offering.now),
  }));
  return (
    <DeskMain>
      <Breadcrumbs
        trail={[
          { label: '服务与活动', href: '/desk/offerings' },
          { label: offering.title, href: `/desk/offerings/${id}/messages` },
          { label: '写消息' },
        ]}
      />
      <PageHead title="写消息">每人只收一条。先看人数和样子，再发。</PageHead>
      <div className="flex max-w-form flex-col gap-4">
        <Templates templates={templates} />
        <MessageForm
          action={draftAnnouncementAction}
          idempotencyKey={newId()}
          offeringId={id}
          kind={offering.kind}
          audience={to}
          text={earlier ?? chosen?.text ?? ''}
          sessions={sessions}
          sessionId={session}
        />
      </div>
    </DeskMain>
  );
}
