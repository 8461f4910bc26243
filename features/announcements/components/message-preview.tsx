import type { ReactNode } from 'react';
import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { SubmitButton } from '@/components/forms/submit-button';
import { Panel } from '@/components/ui/card';
import { KeyFacts } from '@/components/ui/disclosure';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { KeyValues } from '@/components/ui/summary-list';
import type { Kind } from '@/features/offerings/schema/offering';
import type { AnnouncementView } from '../queries/announcement';
import { audienceLabels } from '../rules/audience';

export type DraftPreview = NonNullable<AnnouncementView['preview']>;

/** 短信 32 条，按字数计 64 段; nothing to count for a message that stays in the portal. */
function costWords({ texts, units, most }: DraftPreview['cost'], bySms: boolean): string {
  if (!bySms) return '只发站内消息，不发短信';
  if (texts === 0) return '都没有手机号，只发站内消息';
  return most <= 1
    ? `短信 ${texts} 条，每条 1 段（70 字以内，含签名）`
    : `短信 ${texts} 条，按字数计 ${units} 段，最长的一条 ${most} 段`;
}

/** Why a text does not say the words themselves; null where each one does. */
function pointerWords({ cost, longest }: DraftPreview, kind: Kind | null): string | null {
  if (cost.pointers === 0) return null;
  if (kind === 'screening') return '健康服务的短信不写内容，要说的话登录后看得到。';
  const which = cost.pointers === cost.texts ? '短信' : `其中 ${cost.pointers} 条短信`;
  return `${which}超过 ${longest} 字，只请对方登录查看，要说的话在站内消息里。想直接写进短信，请改短一点。`;
}

interface SendProps {
  view: AnnouncementView;
  preview: DraftPreview;
  from: 'desk' | 'class';
  action: FormAction;
  idempotencyKey: string;
  editHref: string;
}

/** The one button that sends, with how many get it on it. */
export function SendPanel({ view, preview, from, action, idempotencyKey, editHref }: SendProps) {
  const { people } = preview.cost;
  if (people === 0) {
    return (
      <Notice tone="warning">
        “{audienceLabels[view.audience]}”现在没有人了，没有可以发的。
        <LinkButton small variant="secondary" href={editHref}>
          重写
        </LinkButton>
      </Notice>
    );
  }
  return (
    <Form action={action} idempotencyKey={idempotencyKey} aria-label="发送">
      <input type="hidden" name="announcementId" value={view.message.id} />
      <input type="hidden" name="seen" value={preview.seen} />
      <input type="hidden" name="from" value={from} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton block={false} pendingText="正在发…">
          发给 {people} 人
        </SubmitButton>
        <LinkButton variant="secondary" href={editHref}>
          改一改
        </LinkButton>
      </div>
    </Form>
  );
}

interface PreviewProps extends SendProps {
  /** Who gets it, as the page names them. */
  children: ReactNode;
}

/** 看一遍再发: how it reads, to how many, what it costs; then the button. */
export function MessagePreview({ children, ...props }: PreviewProps) {
  const { view, preview } = props;
  const { cost } = preview;
  const pointers = pointerWords(preview, view.kind);
  return (
    <div className="flex flex-col gap-4">
      <KeyFacts
        facts={[
          { value: `${cost.people} 人`, label: '收到' },
          { value: `${cost.texts} 条`, label: '短信' },
          { value: `${cost.units} 段`, label: '短信计费' },
        ]}
      />
      <Panel title="收到的样子" note={`以第一位为例；${costWords(cost, view.bySms)}`}>
        <KeyValues
          single
          rows={[
            { label: '站内消息', value: <p className="whitespace-pre-line">{preview.sample}</p> },
            ...(view.bySms ? [{ label: '短信', value: preview.sms }] : []),
          ]}
        />
        {pointers && <p className="mt-2 text-meta text-ink-2">{pointers}</p>}
      </Panel>
      <SendPanel {...props} />
      {children}
    </div>
  );
}
