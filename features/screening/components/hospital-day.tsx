import type { FormAction } from '@/components/forms/form-state';
import { SubmitButton } from '@/components/forms/submit-button';
import { Section } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Tag } from '@/components/ui/tag';
import { InlineForm } from '@/features/programmes/components/desk-inline-form';
import { formatRange, formatTime } from '@/lib/dates';
import type { HospitalDay, HospitalSession } from '../queries/hospital-day';

type Line = HospitalSession['lines'][number];

const small = { small: true, block: false } as const;

function Mark({ line, mark }: { line: Line; mark: FormAction }) {
  const to = line.screened ? 'booked' : 'attended';
  return (
    <InlineForm
      action={mark}
      fields={{ bookingId: line.bookingId, to }}
      className="-my-1 flex flex-wrap items-center gap-2"
    >
      {line.screened && <Tag tone="success">已到检</Tag>}
      <span className="no-print">
        <SubmitButton {...small} variant={line.screened ? 'text' : 'secondary'}>
          {line.screened ? '撤销' : '标记已到检'}
        </SubmitButton>
      </span>
    </InlineForm>
  );
}

const columnsOf = (mark: FormAction): Column<Line>[] => [
  { head: '预约号', cell: (l) => l.number, className: 'whitespace-nowrap max-sm:hidden' },
  {
    head: '姓名',
    cell: (l) => (
      <>
        <b>{l.attendee}</b>
        <span className="block text-meta text-ink-3 sm:hidden">{l.number}</span>
      </>
    ),
  },
  { head: '尾号', cell: (l) => l.phoneTail, className: 'whitespace-nowrap' },
  {
    head: '到检',
    cell: (l) => <Mark line={l} mark={mark} />,
    className: 'whitespace-nowrap',
  },
];

function HalfDay({
  session,
  now,
  mark,
}: {
  session: HospitalSession;
  now: Date;
  mark: FormAction;
}) {
  const came = session.lines.filter((l) => l.screened).length;
  return (
    <Section
      title={`${formatRange(session.startsAt, session.endsAt, now)}，${session.place}`}
      more={session.isOpen && `${session.lines.length} 人，已到检 ${came} 人`}
    >
      {session.isOpen ? (
        <DataTable
          caption={`${session.title}名单`}
          columns={columnsOf(mark)}
          rows={session.lines}
          keyOf={(l) => l.bookingId}
          empty={<EmptyState title="这半天没有人预约">有人预约会列在这里。</EmptyState>}
        />
      ) : (
        <Notice>{formatTime(session.opensAt)}起可以看这半天的名单。</Notice>
      )}
    </Section>
  );
}

/** 今日名单: half-day by half-day, masked; the only thing to do is to say that somebody came. */
export function HospitalDayView({ day, mark }: { day: HospitalDay; mark: FormAction }) {
  if (day.sessions.length === 0) {
    return (
      <EmptyState icon="calendar" title="今天没有本院的检查">
        有检查的当天，名单会出现在这里。
      </EmptyState>
    );
  }
  return day.sessions.map((session) => (
    <HalfDay key={session.id} session={session} now={day.now} mark={mark} />
  ));
}
