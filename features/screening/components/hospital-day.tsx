import type { FormAction } from '@/components/forms/form-state';
import { InlineForm } from '@/components/forms/inline-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { Section } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Tag } from '@/components/ui/tag';
import { timedOf } from '@/features/offerings/rules/meetings';
import { sessionWhen } from '@/features/offerings/rules/times';
import { formatTime } from '@/lib/dates';
import type { HospitalDay, HospitalSession } from '../queries/hospital-day';
import { FindAtDesk } from './find-at-desk';

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
  { head: '证件尾号', cell: (l) => l.tail, className: 'whitespace-nowrap' },
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
      title={`${sessionWhen(timedOf(session), now)}，${session.place}`}
      more={`${session.people} 人${session.isOpen ? `，已到检 ${came} 人` : ''}`}
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
        <Notice>
          {formatTime(session.opensAt)}起可以看这半天的名单，现在有 {session.people} 人预约。
        </Notice>
      )}
    </Section>
  );
}

const ahead = (now: Date): Column<HospitalSession>[] => [
  { head: '时间', cell: (s) => sessionWhen(timedOf(s), now) },
  { head: '地点', cell: (s) => s.place },
  { head: '预约', cell: (s) => `${s.people} 人`, right: true, className: 'whitespace-nowrap' },
];

/** How many come in the coming days, so that the hospital can plan; names only on the day. */
function Coming({ day }: { day: HospitalDay }) {
  if (day.coming.length === 0) return null;
  return (
    <Section title="以后的人数" className="no-print">
      <DataTable
        caption="以后的人数"
        columns={ahead(day.now)}
        rows={day.coming}
        keyOf={(s) => s.id}
        empty={null}
      />
    </Section>
  );
}

interface ViewProps {
  day: HospitalDay;
  mark: FormAction;
  find: FormAction;
}

/** 今日名单: half-day by half-day; the only thing to do is to say that somebody came. */
export function HospitalDayView({ day, mark, find }: ViewProps) {
  return (
    <>
      {day.sessions.some((s) => s.lines.length > 0) && <FindAtDesk find={find} mark={mark} />}
      {day.sessions.length === 0 && (
        <EmptyState icon="calendar" title="今天没有本院的检查">
          有检查的当天，名单会出现在这里。
        </EmptyState>
      )}
      {day.sessions.map((session) => (
        <HalfDay key={session.id} session={session} now={day.now} mark={mark} />
      ))}
      <Coming day={day} />
    </>
  );
}
