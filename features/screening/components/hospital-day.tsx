import type { FormAction } from '@/components/forms/form-state';
import { InlineForm } from '@/components/forms/inline-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { Section } from '@/components/ui/card';
import { Chips } from '@/components/ui/chips';
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
interface Marks {
  mark: FormAction;
  markAll: FormAction;
}

const small = { small: true, block: false } as const;

function Mark({ line, mark, over }: { line: Line; mark: FormAction; over: boolean }) {
  const button = (to: string, words: string, variant: 'text' | 'secondary') => (
    <InlineForm action={mark} fields={{ bookingId: line.bookingId, to }} className="no-print">
      <SubmitButton {...small} variant={variant}>
        {words}
        <span className="visually-hidden">：{line.attendee}</span>
      </SubmitButton>
    </InlineForm>
  );
  return (
    <div className="-my-1 flex flex-wrap items-center gap-2">
      {line.status === 'attended' && <Tag tone="success">已到检</Tag>}
      {line.status === 'absent' && <Tag tone="warning">未到</Tag>}
      {line.status === 'booked' && button('attended', '标记已到检', 'secondary')}
      {line.status === 'booked' && over && button('absent', '未到', 'secondary')}
      {line.status !== 'booked' && button('booked', '撤销', 'text')}
    </div>
  );
}

const columnsOf = (mark: FormAction, over: boolean): Column<Line>[] => [
  { head: '预约号', cell: (l) => l.number, className: 'whitespace-nowrap max-sm:hidden' },
  {
    head: '姓名',
    cell: (l) => (
      <>
        <b>{l.attendee}</b> {l.isReturn && <Tag tone="info">复查</Tag>}
        <span className="block text-meta text-ink-3 sm:hidden">{l.number}</span>
      </>
    ),
  },
  { head: '证件尾号', cell: (l) => l.tail, className: 'whitespace-nowrap' },
  {
    head: '到检',
    cell: (l) => <Mark line={l} mark={mark} over={over} />,
    className: 'whitespace-nowrap',
  },
];

/** 20 人，其中复查 2 人，已到检 12 人，未到 1 人; parts that are none are left out. */
export function countWords({ people, isOpen, lines }: HospitalSession): string {
  const count = (test: (line: Line) => boolean) => lines.filter(test).length;
  const returns = count((line) => line.isReturn);
  const absent = count((line) => line.status === 'absent');
  return [
    `${people} 人`,
    returns > 0 && `其中复查 ${returns} 人`,
    isOpen && `已到检 ${count((line) => line.status === 'attended')} 人`,
    absent > 0 && `未到 ${absent} 人`,
  ]
    .filter(Boolean)
    .join('，');
}

function HalfDay({ session, now, mark, markAll }: Marks & { session: HospitalSession; now: Date }) {
  const over = session.endsAt <= now;
  const left = session.lines.filter((line) => line.status === 'booked').length;
  return (
    <Section
      title={`${sessionWhen(timedOf(session), now)}，${session.place}`}
      more={countWords(session)}
    >
      {session.isOpen ? (
        <DataTable
          caption={`${session.title}名单`}
          columns={columnsOf(mark, over)}
          rows={session.lines}
          keyOf={(l) => l.bookingId}
          empty={<EmptyState title="这半天没有人预约">有人预约会列在这里。</EmptyState>}
          foot={
            over &&
            left > 0 && (
              <InlineForm
                action={markAll}
                fields={{ sessionId: session.id }}
                className="no-print flex flex-wrap items-center gap-3"
              >
                <SubmitButton {...small} variant="secondary" pendingText="正在标记…">
                  没来的 {left} 人都标记未到
                </SubmitButton>
              </InlineForm>
            )
          }
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

/** One half-day alone, to look at or to print; all of today where none is chosen. */
function HalfDays({ day, half }: { day: HospitalDay; half: string | undefined }) {
  if (day.sessions.length < 2) return null;
  const chips = [
    { label: '今天全部', href: '/desk/hospital', current: !half },
    ...day.sessions.map((s) => ({
      label: `${formatTime(s.startsAt)}–${formatTime(s.endsAt)}`,
      href: `/desk/hospital?half=${s.id}`,
      current: s.id === half,
    })),
  ];
  return (
    <div className="no-print mb-4">
      <Chips label="看哪半天，打印的也是它" chips={chips} wrap />
    </div>
  );
}

interface ViewProps extends Marks {
  day: HospitalDay;
  find: FormAction;
  /** The half-day that alone is shown and printed. */
  half: string | undefined;
}

/** 今日名单: half-day by half-day; who came, and once it is over who did not. */
export function HospitalDayView({ day, find, half, ...marks }: ViewProps) {
  const chosen = day.sessions.filter((s) => s.id === half);
  const shown = chosen.length > 0 ? chosen : day.sessions;
  return (
    <>
      {day.sessions.some((s) => s.lines.length > 0) && <FindAtDesk find={find} mark={marks.mark} />}
      <HalfDays day={day} half={chosen[0]?.id} />
      {day.sessions.length === 0 && (
        <EmptyState icon="calendar" title="今天没有本院的检查">
          有检查的当天，名单会出现在这里。
        </EmptyState>
      )}
      {shown.map((session) => (
        <HalfDay key={session.id} session={session} now={day.now} {...marks} />
      ))}
      {chosen.length === 0 && <Coming day={day} />}
    </>
  );
}
