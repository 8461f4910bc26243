import { AppLink } from '@/components/ui/app-link';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Tag, type Tone } from '@/components/ui/tag';
import { firstOf } from '@/lib/characters';
import { formatShortDateTime } from '@/lib/dates';
import type { AnnouncementItem } from '../queries/announcements';
import { type AnnouncementStatus, announcementLabels, audienceLabels } from '../rules/audience';

const tones: Record<AnnouncementStatus, Tone> = {
  draft: 'warning',
  sent: 'success',
  withdrawn: 'neutral',
};

const columnsOf = (base: string, now: Date): Column<AnnouncementItem>[] => [
  {
    head: '消息',
    cell: (m) => (
      <AppLink href={`${base}/${m.id}`} className="!text-ink">
        {firstOf(m.body, 40)}
      </AppLink>
    ),
    className: 'min-w-[14em]',
  },
  {
    head: '发给',
    cell: (m) => `${audienceLabels[m.audience]}${m.session ? `，${m.session}` : ''}`,
  },
  { head: '人数', cell: (m) => (m.status === 'draft' ? '' : m.people), right: true },
  { head: '短信', cell: (m) => (m.status === 'draft' ? '' : m.texts), right: true },
  { head: '谁写的', cell: (m) => m.sender },
  {
    head: '时间',
    cell: (m) => formatShortDateTime(m.sentAt ?? m.createdAt, now),
    className: 'whitespace-nowrap',
  },
  {
    head: '状态',
    cell: (m) => <Tag tone={tones[m.status]}>{announcementLabels[m.status]}</Tag>,
    className: 'whitespace-nowrap',
  },
];

interface ListProps {
  /** Said while there is none. */
  empty?: string;
  items: readonly AnnouncementItem[];
  base: string;
  now: Date;
}

/** What was written to the people of an offering; each opens with who got it. */
export function MessageList({
  items,
  base,
  now,
  empty = '给报了名、没确认或候补的人写一条，先看人数再发。',
}: ListProps) {
  return (
    <DataTable
      caption="发过的消息"
      columns={columnsOf(base, now)}
      rows={items}
      keyOf={(m) => m.id}
      empty={
        <EmptyState icon="message" title="还没有发过消息">
          {empty}
        </EmptyState>
      }
    />
  );
}
