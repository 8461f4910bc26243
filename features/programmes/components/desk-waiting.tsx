import type { FormAction } from '@/components/forms/form-state';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import type { WaitingItem } from '../queries/desk-bookings';
import { sessionLabel, shortTime } from '../rules/session-words';
import { Reveal } from './desk-reveal';

interface WaitingProps {
  items: readonly WaitingItem[];
  sessions: readonly { title: string }[];
  reveal: FormAction;
  now: Date;
}

/** The queue in the order in which places are given. */
export function WaitingTable({ items, sessions, reveal, now }: WaitingProps) {
  const columns: (Column<WaitingItem> | false)[] = [
    { head: '第几位', cell: (w) => <b>{w.position}</b> },
    sessions.length > 1 && {
      head: '场次',
      cell: (w) => sessionLabel({ ...w, title: w.session }, sessions, now),
      className: 'min-w-[7em]',
    },
    {
      head: '报名号',
      cell: (w) => (
        <>
          {w.number}
          <span className="block text-ink-3">{shortTime(w.createdAt, now)}</span>
        </>
      ),
      className: 'whitespace-nowrap',
    },
    {
      head: '姓名',
      cell: (w) => (
        <Reveal action={reveal} bookingId={w.id}>
          <b>{w.attendee}</b>
        </Reveal>
      ),
      className: 'whitespace-nowrap',
    },
    {
      head: '怎样轮到',
      cell: (w) =>
        w.position === 1 ? '有人取消或加名额，就轮到' : `前面 ${w.position - 1} 人都有名额后轮到`,
    },
  ];
  return (
    <DataTable
      caption="候补名单"
      columns={columns.filter((column) => column !== false)}
      rows={items}
      keyOf={(w) => w.id}
      empty={<EmptyState title="没有人候补">名额满了以后，再报名的人按先后排在这里。</EmptyState>}
      foot={<span>有人取消，或在设置里加名额，系统立即按顺序补上并通知本人。</span>}
    />
  );
}
