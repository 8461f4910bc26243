import type { FormAction } from '@/components/forms/form-state';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Reveal } from '@/features/bookings/components/desk-reveal';
import { RevealAll } from '@/features/bookings/components/reveal-all';
import { sessionLabel } from '@/features/offerings/rules/session-words';
import { formatShortDateTime } from '@/lib/dates';
import type { SessionPlaces, WaitingLine } from '../queries/where-places';
import { GivePlace } from './desk-give-place';

interface WaitingProps {
  offeringId: string;
  sessions: readonly SessionPlaces[];
  actions: { reveal: FormAction; revealAll: FormAction; offer: FormAction; override: FormAction };
  /** Whether this officer may give places above capacity. */
  mayOverride: boolean;
  now: Date;
}

type Line = WaitingLine & { session: SessionPlaces };

/** The queue in the order in which places are given, each with the reason why it is not their turn. */
export function WaitingTable({ offeringId, sessions, actions, mayOverride, now }: WaitingProps) {
  const lines: Line[] = sessions.flatMap((s) => s.lines.map((line) => ({ ...line, session: s })));
  const columns: (Column<Line> | false)[] = [
    { head: '第几位', cell: (w) => <b>{w.position ?? '已轮到'}</b> },
    sessions.length > 1 && {
      head: '场次',
      cell: (w) => sessionLabel(w.session, sessions, now),
      className: 'min-w-[7em]',
    },
    {
      head: '预约号',
      cell: (w) => (
        <>
          {w.number}
          <span className="block text-ink-3">{formatShortDateTime(w.createdAt, now)}</span>
        </>
      ),
      className: 'whitespace-nowrap',
    },
    {
      head: '姓名',
      cell: (w) => (
        <Reveal action={actions.reveal} bookingId={w.id}>
          <b>{w.attendee}</b>
        </Reveal>
      ),
      className: 'whitespace-nowrap',
    },
    {
      head: '为什么还没轮到',
      cell: (w) => (
        <>
          <b>{w.why.title}</b>
          <span className="block text-ink-2">{w.why.words}</span>
        </>
      ),
      className: 'min-w-[10em]',
    },
    {
      head: '手动',
      cell: (w) =>
        w.why.state !== 'offered' &&
        w.why.state !== 'ineligible' &&
        w.session.startsAt > now &&
        (w.couldHave || mayOverride) && (
          <GivePlace line={w} actions={actions} mayOverride={mayOverride} />
        ),
    },
  ];
  return (
    <RevealAll
      action={actions.revealAll}
      offeringId={offeringId}
      bookingIds={lines.map((line) => line.id)}
    >
      <DataTable
        caption="候补名单"
        columns={columns.filter((column) => column !== false)}
        rows={lines}
        keyOf={(w) => w.id}
        empty={<EmptyState title="没有人候补">名额满了以后，再报名的人按先后排在这里。</EmptyState>}
        foot={<span>有人取消，或加名额，系统按顺序给下一位并通知本人。</span>}
      />
    </RevealAll>
  );
}
