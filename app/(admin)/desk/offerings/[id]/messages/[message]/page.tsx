import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Breadcrumbs } from '@/components/ui/tabs';
import {
  sendAnnouncementAction,
  withdrawAnnouncementAction,
} from '@/features/announcements/actions';
import { MessagePage } from '@/features/announcements/components/message-page';
import type { NameOf } from '@/features/announcements/components/people-table';
import { getAnnouncement } from '@/features/announcements/queries/announcement';
import { audienceLabels, newMessageHref } from '@/features/announcements/rules/audience';
import { messageQuery } from '@/features/announcements/schema/announcement';
import { revealAttendeeAction } from '@/features/bookings/actions';
import { Reveal } from '@/features/bookings/components/desk-reveal';
import { getDeskOffering } from '@/features/offerings/queries/desk-offering';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '消息' };

const nameOf: NameOf = ({ bookingId, attendees }) =>
  bookingId === null ? (
    <b>{attendees}</b>
  ) : (
    <Reveal action={revealAttendeeAction} bookingId={bookingId}>
      <b>{attendees}</b>
    </Reveal>
  );

const actions = { send: sendAnnouncementAction, withdraw: withdrawAnnouncementAction };

type Props = PageProps<'/desk/offerings/[id]/messages/[message]'>;

export default async function AnnouncementPage({ params, searchParams }: Props) {
  const [{ id, message }, search] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(`/desk/offerings/${id}/messages/${message}`);
  const offering = await getDeskOffering(ctx, id);
  const query = messageQuery.parse(search);
  const view = await getAnnouncement(ctx, offering, message, query);
  const { audience, sessionId, session } = view;
  const back = `/desk/offerings/${id}/messages`;
  const againHref = `${newMessageHref(id, { audience: audience === 'segment' ? 'everyone' : audience, sessionId })}&like=${message}`;
  return (
    <DeskMain>
      <Breadcrumbs
        trail={[
          { label: '服务与活动', href: '/desk/offerings' },
          { label: offering.title, href: back },
          { label: '消息' },
        ]}
      />
      <PageHead title={`发给${audienceLabels[audience]}人`}>
        {offering.title}
        {session ? `，${session}` : '，所有场次'}
      </PageHead>
      <div className="max-w-[960px]">
        <MessagePage {...{ view, query, nameOf, actions, againHref }} from="desk" />
      </div>
    </DeskMain>
  );
}
