import type { FormAction } from '@/components/forms/form-state';
import { InlineForm } from '@/components/forms/inline-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { JumpSelect } from '@/components/ui/jump-select';
import { Notice } from '@/components/ui/notice';
import { Tag } from '@/components/ui/tag';
import { LeaveMenu } from '@/features/absences/components/leave-menu';
import { Reveal } from '@/features/bookings/components/desk-reveal';
import { RevealAll } from '@/features/bookings/components/reveal-all';
import { formatDay, formatMonth, formatTime, todayOn } from '@/lib/dates';
import type { CourseRollFacts as Roll } from '../queries/course-roll';
import { attendanceStateWords } from '../rules/attendance-status';
import { isLeftToClassStaff } from '../rules/mark';
import { rateWords } from '../rules/rate';
import { attendanceWords } from '../words';

type Line = Roll['lines'][number];

interface Props {
  roll: Roll;
  offeringId: string;
  mark: FormAction;
  /** One name, or all of the page by one look. */
  reveal: FormAction;
  revealAll: FormAction;
}

const small = { small: true, block: false } as const;
const tones = { none: 'neutral', present: 'success', absent: 'error', excused: 'warning' } as const;

function Marks({ line, roll, mark }: Pick<Props, 'roll' | 'mark'> & { line: Line }) {
  const { state, at } = line.attendance;
  const fields = {
    sessionId: roll.door.id,
    on: roll.meeting?.on ?? '',
    bookingId: line.holder.bookingId,
  };
  if (state !== 'none') {
    return (
      <InlineForm action={mark} fields={fields} className="-my-1 flex flex-wrap items-center gap-2">
        <Tag tone={tones[state]}>
          {attendanceStateWords(line.attendance)}
          {state === 'present' && at ? ` ${formatTime(at)}` : ''}
        </Tag>
        <SubmitButton {...small} variant="text" name="to" value="none">
          撤销
        </SubmitButton>
      </InlineForm>
    );
  }
  return (
    <div className="-my-1 flex flex-wrap items-start gap-2">
      <InlineForm action={mark} fields={fields} className="flex flex-wrap items-center gap-2">
        <SubmitButton {...small} variant="secondary" name="to" value="present">
          到场
        </SubmitButton>
        <SubmitButton {...small} variant="secondary" name="to" value="absent">
          缺席
        </SubmitButton>
      </InlineForm>
      <LeaveMenu action={mark} fields={{ ...fields, to: 'excused' }} />
    </div>
  );
}

function columnsOf(props: Props, started: boolean): Column<Line>[] {
  return [
    {
      head: '预约号',
      cell: (l) => l.holder.number,
      className: 'whitespace-nowrap max-sm:hidden',
    },
    {
      head: '姓名',
      cell: (l) => (
        <Reveal action={props.reveal} bookingId={l.holder.bookingId}>
          <b>{l.holder.name}</b> <span className="text-ink-2">{l.holder.tail}</span>
        </Reveal>
      ),
      className: 'whitespace-nowrap',
    },
    { head: '出勤', cell: (l) => rateWords(l.rate), className: 'whitespace-nowrap' },
    {
      head: '这一次',
      cell: (l) =>
        started && !l.own ? (
          <Marks {...props} line={l} />
        ) : (
          `${attendanceStateWords(l.attendance)}${l.own ? '，请同事点名' : ''}`
        ),
    },
  ];
}

/** Every meeting under its month; today's and those with a roll say so. */
function byMonth({ days, held, now }: Roll) {
  const today = todayOn(now);
  const numbered = days.map((m, i) => {
    const notes = [m.on === today && '今天', held.has(m.on) && '已点名'].filter(Boolean);
    const label = [`第 ${i + 1} 次 ${formatDay(m.on, today)}`, ...notes].join('，');
    return { month: formatMonth(m.on), option: { value: m.on, label } };
  });
  return [...new Set(numbered.map((one) => one.month))].map((month) => ({
    label: month,
    options: numbered.filter((one) => one.month === month).map((one) => one.option),
  }));
}

/** 点名 of a course: one meeting, today's unless another was chosen, everyone's mark for that day and their attendance so far. */
export function CourseRoll(props: Props) {
  const { roll, mark } = props;
  const { door, meeting, lines, now, held } = roll;
  const left = meeting !== null && isLeftToClassStaff(door, meeting.on, todayOn(now));
  const started = meeting !== null && !left && meeting.from <= now && door.cancelledAt === null;
  const open = lines.filter((l) => l.attendance.state === 'none' && !l.own).length;
  const unsigned = lines.filter((l) => l.attendance.state === 'none').length;
  const came = lines.filter((l) => l.attendance.state === 'present').length;
  const fields = { sessionId: door.id, on: meeting?.on ?? '' };
  return (
    <div className="flex flex-col gap-3">
      <JumpSelect
        name="on"
        label="哪一次课"
        button="看这一次"
        keep={{ session: door.id }}
        value={meeting?.on ?? ''}
        groups={byMonth(roll)}
      />
      {left && <Notice>{attendanceWords.by_class_staff}。</Notice>}
      {meeting && !started && !left && (
        <Notice>
          {formatDay(meeting.on, todayOn(now))} {formatTime(meeting.from)}开始后可以点名。
        </Notice>
      )}
      {started && lines.length > 0 && (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p>
            到场 <b>{came}</b>，未签 <b>{unsigned}</b>
          </p>
          {open > 0 && (
            <InlineForm action={mark} fields={fields} className="flex flex-wrap gap-2">
              <SubmitButton {...small} variant="secondary" name="to" value="present">
                其余 {open} 人到场
              </SubmitButton>
              <SubmitButton {...small} variant="secondary" name="to" value="absent">
                其余缺席
              </SubmitButton>
            </InlineForm>
          )}
        </div>
      )}
      <RevealAll
        action={props.revealAll}
        offeringId={props.offeringId}
        bookingIds={lines.map((l) => l.holder.bookingId)}
      >
        <DataTable
          caption="名册"
          columns={columnsOf(props, started)}
          rows={lines}
          keyOf={(l) => l.holder.bookingId}
          empty={<EmptyState title="这一场还没有人">已通过的预约会列在名册里。</EmptyState>}
          foot={
            lines.length > 0 && (
              <span>
                共 {lines.length} 人，已点名 {held.size} 次课。姓名默认隐去，查看会留记录
              </span>
            )
          }
        />
      </RevealAll>
    </div>
  );
}
