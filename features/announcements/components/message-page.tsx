import type { FormAction } from '@/components/forms/form-state';
import { newId } from '@/lib/ids';
import type { AnnouncementView } from '../queries/announcement';
import type { MessageQuery } from '../schema/announcement';
import { MessagePreview } from './message-preview';
import { MessageDone, MessageSent } from './message-sent';
import { AudienceTable, DeliveryTable, type NameOf } from './people-table';

interface PageProps {
  view: AnnouncementView;
  query: MessageQuery;
  nameOf: NameOf;
  from: 'desk' | 'class';
  actions: { send: FormAction; withdraw: FormAction };
  /** Where another with its text is written. */
  againHref: string;
}

/** One message: a draft to be looked at and sent, or what became of it. */
export function MessagePage({ view, query, nameOf, from, actions, againHref }: PageProps) {
  const { preview, delivery, now } = view;
  return (
    <div className="flex flex-col gap-4">
      <MessageDone view={view} done={query.done} />
      {preview && (
        <MessagePreview
          {...{ view, preview, from }}
          action={actions.send}
          idempotencyKey={newId()}
          editHref={againHref}
        >
          <AudienceTable {...{ preview, nameOf }} bySms={view.bySms} page={query.page} />
        </MessagePreview>
      )}
      {delivery && (
        <MessageSent {...{ view, delivery, from, againHref }} withdraw={actions.withdraw}>
          <DeliveryTable {...{ delivery, query, nameOf, now }} />
        </MessageSent>
      )}
    </div>
  );
}
