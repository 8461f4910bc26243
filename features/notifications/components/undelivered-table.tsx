import { InlineForm } from '@/components/forms/inline-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { formatDateTime } from '@/lib/dates';
import { failureWords } from '@/lib/messaging/sms/failure-words';
import { resendMessageAction } from '../actions';
import type { Undelivered } from '../queries/undelivered';
import { aboutOf } from '../rules';

const columns = (now: Date): Column<Undelivered>[] => [
  { head: '时间', cell: (m) => formatDateTime(m.at, now), className: 'whitespace-nowrap' },
  { head: '事由', cell: (m) => aboutOf(m.template) },
  {
    head: '手机',
    cell: (m) => (m.tail ? `尾号 ${m.tail}` : '没有'),
    className: 'whitespace-nowrap',
  },
  { head: '没有送达的原因', cell: (m) => failureWords(m.lastError) },
  { head: '试了', cell: (m) => `${m.attempts} 次`, className: 'whitespace-nowrap' },
  {
    head: '',
    cell: (m) =>
      m.canResend ? (
        <InlineForm action={resendMessageAction} fields={{ messageId: m.id }} className="-my-1">
          <SubmitButton small block={false} variant="secondary" pendingText="发送中…">
            重发
          </SubmitButton>
        </InlineForm>
      ) : (
        <span className="text-ink-3">已过期</span>
      ),
    className: 'whitespace-nowrap',
  },
];

interface TableProps {
  items: readonly Undelivered[];
  next: string | null;
  now: Date;
}

/** Texts that did not arrive, each with its reason and one button. */
export function UndeliveredTable({ items, next, now }: TableProps) {
  return (
    <DataTable
      caption="没有送达的短信"
      columns={columns(now)}
      rows={items}
      keyOf={(m) => m.id}
      empty={<EmptyState title="没有未送达的短信">有短信发不出去，会列在这里。</EmptyState>}
      foot={next && <Pagination nextHref={`/desk/messages?after=${next}`} />}
    />
  );
}
