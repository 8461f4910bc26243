import type { ReactNode } from 'react';
import { Chips } from '@/components/ui/chips';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { Tag } from '@/components/ui/tag';
import { formatShortDateTime } from '@/lib/dates';
import { failureWords } from '@/lib/messaging/sms/failure-words';
import type { AnnouncementView } from '../queries/announcement';
import type { DeliveryLine } from '../queries/delivery';
import type { MessageQuery } from '../schema/announcement';
import type { DraftPreview } from './message-preview';

/** How a page names somebody: masked with a look on record, or the child’s name to its teacher. */
export type NameOf = (line: {
  bookingId: string | null;
  personId?: string | null;
  attendees: string;
}) => ReactNode;

/** Who is of a 人群 has no booking to be named by. */
const byNumber = (lines: readonly { bookingId: string | null }[]) =>
  lines.some((line) => line.bookingId !== null);

const at = (page: number, only: MessageQuery['only']) =>
  `?${new URLSearchParams({ ...(only && { only }), page: String(page) })}`;

/** Whom a draft would reach. */
export function AudienceTable({ preview, bySms, page, nameOf }: AudienceProps) {
  const columns: Column<DraftPreview['lines'][number]>[] = [
    { head: '收信人', cell: nameOf },
    ...(byNumber(preview.lines)
      ? [
          {
            head: '预约号',
            cell: (l: DraftPreview['lines'][number]) => l.values.预约号,
            className: 'max-sm:hidden',
          },
        ]
      : []),
    {
      head: '短信',
      cell: (l) => (!bySms ? '不发' : l.hasPhone ? '发' : '没有手机号，只收站内消息'),
    },
  ];
  return (
    <DataTable
      caption="谁会收到"
      columns={columns}
      rows={preview.lines}
      keyOf={(l) => l.accountId}
      foot={
        <Pagination
          summary={`共 ${preview.cost.people} 人，每人一条`}
          previousHref={page > 1 ? at(page - 1, undefined) : null}
          nextHref={page < preview.pages ? at(page + 1, undefined) : null}
        />
      }
    />
  );
}

interface AudienceProps {
  preview: DraftPreview;
  bySms: boolean;
  page: number;
  nameOf: NameOf;
}

/** How the text to one person stands, in words. */
export function textState({ bySms, text, error, textAt }: DeliveryLine, now: Date): string {
  if (!bySms) return '没发短信';
  const when = textAt ? ` ${formatShortDateTime(textAt, now)}` : '';
  switch (text) {
    case 'sent':
      return `已发${when}`;
    case 'waiting':
      return textAt && textAt > now ? `将在${when} 发` : '正在发';
    case 'failed':
      return `没有送达：${failureWords(error)}`;
    case 'cancelled':
      return '已撤回';
    default:
      return '已发，记录已过期';
  }
}

type Delivery = NonNullable<AnnouncementView['delivery']>;

interface DeliveryProps {
  delivery: Delivery;
  query: MessageQuery;
  now: Date;
  nameOf: NameOf;
}

function Filters({ delivery, query }: DeliveryProps) {
  const { people, read, failed } = delivery.progress;
  const chip = (label: string, only: MessageQuery['only']) => ({
    label,
    href: at(1, only),
    current: query.only === only,
  });
  const chips = [
    chip(`全部 ${people}`, undefined),
    chip(`未读 ${people - read}`, 'unread'),
    ...(failed > 0 ? [chip(`短信没送达 ${failed}`, 'undelivered')] : []),
  ];
  return <Chips label="看哪些人" chips={chips} wrap />;
}

/** Who got a message: read or not, and what became of the text. */
export function DeliveryTable(props: DeliveryProps) {
  const { delivery, query, now, nameOf } = props;
  const columns: Column<DeliveryLine>[] = [
    { head: '收信人', cell: nameOf },
    ...(byNumber(delivery.lines)
      ? [{ head: '预约号', cell: (l: DeliveryLine) => l.number, className: 'max-sm:hidden' }]
      : []),
    {
      head: '站内',
      cell: (l) =>
        l.readAt ? (
          <>
            <Tag tone="success">已读</Tag>{' '}
            <span className="text-ink-3">{formatShortDateTime(l.readAt, now)}</span>
          </>
        ) : (
          <Tag>未读</Tag>
        ),
    },
    { head: '短信', cell: (l) => textState(l, now) },
  ];
  return (
    <section aria-label="送达" className="flex flex-col gap-3">
      <Filters {...props} />
      <DataTable
        caption="送达名单"
        columns={columns}
        rows={delivery.lines}
        keyOf={(l) => l.accountId}
        empty={<EmptyState title={query.only ? '没有这样的人' : '名单已过保存期，已删除'} />}
        foot={
          (query.page > 1 || delivery.more) && (
            <Pagination
              previousHref={query.page > 1 ? at(query.page - 1, query.only) : null}
              nextHref={delivery.more ? at(query.page + 1, query.only) : null}
            />
          )
        }
      />
    </section>
  );
}
