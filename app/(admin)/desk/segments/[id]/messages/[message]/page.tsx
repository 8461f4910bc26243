import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { TextLink } from '@/components/ui/app-link';
import { Breadcrumbs } from '@/components/ui/tabs';
import {
  sendAnnouncementAction,
  withdrawAnnouncementAction,
} from '@/features/announcements/actions';
import { MessagePage } from '@/features/announcements/components/message-page';
import type { NameOf } from '@/features/announcements/components/people-table';
import { getSegmentMessage } from '@/features/announcements/queries/announcement';
import { messageQuery } from '@/features/announcements/schema/announcement';
import { getSegment } from '@/features/segments/queries/segments';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '消息' };

const nameOf: NameOf = ({ personId, attendees }) =>
  personId ? <TextLink href={`/desk/members/${personId}`}>{attendees}</TextLink> : attendees;

const actions = { send: sendAnnouncementAction, withdraw: withdrawAnnouncementAction };

type Props = PageProps<'/desk/segments/[id]/messages/[message]'>;

export default async function SegmentMessagePage({ params, searchParams }: Props) {
  const [{ id, message }, search] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(`/desk/segments/${id}/messages/${message}`);
  const segment = await getSegment(ctx, id);
  const query = messageQuery.parse(search);
  const view = await getSegmentMessage(ctx, id, message, query);
  const againHref = `/desk/segments/${id}/messages/new?like=${message}`;
  return (
    <DeskMain>
      <Breadcrumbs
        trail={[
          { label: '人群', href: '/desk/segments' },
          { label: segment.name, href: `/desk/segments/${id}` },
          { label: '消息' },
        ]}
      />
      <PageHead title={`发给“${segment.name}”`}>
        {view.organiser}和下级工会里的会员，按写消息时的条件
      </PageHead>
      <div className="max-w-[960px]">
        <MessagePage {...{ view, query, nameOf, actions, againHref }} from="desk" />
      </div>
    </DeskMain>
  );
}
