import type { Metadata } from 'next';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { MessageList } from '@/features/announcements/components/message-list';
import { listAnnouncements } from '@/features/announcements/queries/announcements';
import { newMessageHref } from '@/features/announcements/rules/audience';
import { offeringTab } from '@/features/scheduling/components/offering-tab';

export const metadata: Metadata = { title: '消息' };

export default offeringTab('messages', async ({ ctx, id, offering }) => (
  <div className="flex flex-col gap-4">
    <div>
      <LinkButton
        href={newMessageHref(id, { audience: 'joined' })}
        block={false}
        icon={<Icon name="message" />}
      >
        写消息
      </LinkButton>
    </div>
    <MessageList
      items={await listAnnouncements(ctx, id)}
      base={`/desk/offerings/${id}/messages`}
      now={offering.now}
    />
  </div>
));
