import type { Metadata } from 'next';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import {
  sendAnnouncementAction,
  withdrawAnnouncementAction,
} from '@/features/announcements/actions';
import { MessagePage } from '@/features/announcements/components/message-page';
import type { NameOf } from '@/features/announcements/components/people-table';
import { getClassMessage } from '@/features/announcements/queries/announcement';
import { messageQuery } from '@/features/announcements/schema/announcement';
import { requireFreshMember } from '@/lib/auth/session';
import { notFoundOnMissing } from '@/lib/http/not-found-on-missing';

export const metadata: Metadata = { title: '给家长的消息' };

const actions = { send: sendAnnouncementAction, withdraw: withdrawAnnouncementAction };

type Props = PageProps<'/class/[session]/messages/[message]'>;

export default async function ClassMessagePage({ params, searchParams }: Props) {
  const [{ session, message }, search] = await Promise.all([params, searchParams]);
  const here = `/class/${session}/messages`;
  const ctx = await requireFreshMember(`${here}/${message}`);
  const query = messageQuery.parse(search);
  const view = await notFoundOnMissing(getClassMessage(ctx, session, message, query));
  const nameOf: NameOf = ({ bookingId, attendees }) =>
    `${view.names.get(bookingId ?? '') ?? attendees}的监护人`;
  return (
    <FlowPage backHref={here} backLabel="给家长发消息">
      <PageHead title="给家长的消息">
        {view.title} {view.session}
      </PageHead>
      <MessagePage
        {...{ view, query, nameOf, actions }}
        from="class"
        againHref={`${here}?like=${message}`}
      />
    </FlowPage>
  );
}
