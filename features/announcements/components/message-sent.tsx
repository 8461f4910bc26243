import type { ReactNode } from 'react';
import type { FormAction } from '@/components/forms/form-state';
import { InlineForm } from '@/components/forms/inline-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { Panel } from '@/components/ui/card';
import { KeyFacts } from '@/components/ui/disclosure';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { formatDateTime } from '@/lib/dates';
import type { AnnouncementView } from '../queries/announcement';
import type { MessageQuery } from '../schema/announcement';

type Delivery = NonNullable<AnnouncementView['delivery']>;

/** That it was sent or taken back, in one sentence. */
export function MessageDone({
  view,
  done,
}: {
  view: AnnouncementView;
  done: MessageQuery['done'];
}) {
  if (done === 'sent' && view.status === 'sent') {
    const next = view.delivery?.progress.next;
    const when = next && next > view.now ? `短信 ${formatDateTime(next, view.now)} 起发出。` : '';
    return (
      <Notice tone="success" live>
        已交发，每人一条。{when}
      </Notice>
    );
  }
  if (done !== 'withdrawn' || view.status !== 'withdrawn') return null;
  return (
    <Notice tone="success" live>
      已撤回，没有人再看到这条消息。
    </Notice>
  );
}

function factsOf({ people, read, sent, waiting, failed }: Delivery['progress']) {
  const text = failed > 0 ? `短信已发，${failed} 条没送达` : '短信已发';
  return [
    { value: `${read} / ${people}`, label: '已读' },
    { value: `${sent} 条`, label: text },
    { value: `${waiting} 条`, label: '等着发' },
  ];
}

interface SentProps {
  view: AnnouncementView;
  delivery: Delivery;
  from: 'desk' | 'class';
  withdraw: FormAction;
  /** Where another like it is written. */
  againHref: string;
  /** Who got it, as the page names them. */
  children: ReactNode;
}

/** A message that left: its text as it was written, how far it got, and what can still be done. */
export function MessageSent({ view, delivery, from, withdraw, againHref, children }: SentProps) {
  const isTheirs = from === 'desk' || view.isOwn;
  const mayWithdraw = isTheirs && view.status === 'sent' && delivery.progress.sent === 0;
  return (
    <div className="flex flex-col gap-4">
      {view.status === 'sent' && <KeyFacts facts={factsOf(delivery.progress)} />}
      <Panel
        title="写的是"
        note={`${view.senderLabel}，${formatDateTime(view.sentAt ?? view.createdAt, view.now)}${view.status === 'withdrawn' ? '，已撤回' : ''}`}
      >
        <p className="whitespace-pre-line">{view.body}</p>
        <div className="no-print mt-3 flex flex-wrap items-center gap-3">
          <LinkButton small variant="secondary" href={againHref}>
            照这条再写
          </LinkButton>
          {mayWithdraw && (
            <InlineForm action={withdraw} fields={{ announcementId: view.message.id, from }}>
              <SubmitButton small block={false} variant="danger" pendingText="正在撤回…">
                撤回
              </SubmitButton>
            </InlineForm>
          )}
        </div>
      </Panel>
      {children}
    </div>
  );
}
