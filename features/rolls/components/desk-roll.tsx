import type { FormAction } from '@/components/forms/form-state';
import { InlineForm } from '@/components/forms/inline-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { LeaveMenu } from '@/features/absences/components/leave-menu';
import { Reveal } from '@/features/bookings/components/desk-reveal';
import { DeskBookingTag } from '@/features/bookings/components/desk-tags';
import { RevealAll } from '@/features/bookings/components/reveal-all';
import { gradeLabel } from '@/features/family/rules/grade';
import type { DeskOffering } from '@/features/offerings/queries/desk-offering';
import { formatDateTime } from '@/lib/dates';
import type { Roll } from '../queries/roll';

interface RollProps {
  offering: DeskOffering;
  roll: Roll;
  mark: FormAction;
  reveal: FormAction;
  revealAll: FormAction;
}

type Line = Roll['lines'][number];

const small = { small: true, block: false } as const;

/** 到场, 缺席 and 请假 with its cause for the undecided, 撤销 for the marked. */
function Marks({ line, sessionId, mark }: { line: Line; sessionId: string; mark: FormAction }) {
  const fields = { sessionId, bookingId: line.bookingId };
  if (line.status !== 'booked') {
    return (
      <InlineForm action={mark} fields={fields} className="-my-1 flex items-center gap-2">
        <DeskBookingTag status={line.status} />
        <SubmitButton {...small} variant="text" name="to" value="booked">
          撤销
        </SubmitButton>
      </InlineForm>
    );
  }
  return (
    <div className="-my-1 flex flex-wrap items-start gap-2">
      <InlineForm action={mark} fields={fields} className="flex items-center gap-2">
        <SubmitButton {...small} variant="secondary" name="to" value="attended">
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

function columnsOf({ offering, roll, mark, reveal }: RollProps, started: boolean): Column<Line>[] {
  const isChild = offering.kind === 'childcare';
  const all: (Column<Line> | false)[] = [
    { head: '预约号', cell: (l) => l.number, className: 'whitespace-nowrap max-sm:hidden' },
    {
      head: isChild ? '孩子，秋季年级' : '姓名',
      cell: (l) => (
        <Reveal action={reveal} bookingId={l.bookingId}>
          <b>{l.attendee}</b>
          {l.grade !== null && <span className="ml-3">{gradeLabel(l.grade)}</span>}
        </Reveal>
      ),
      className: 'whitespace-nowrap',
    },
    isChild && { head: '家长', cell: (l) => l.guardian },
    { head: '手机', cell: (l) => l.phone, className: 'whitespace-nowrap' },
    offering.kind === 'training' && { head: '所属工会', cell: (l) => l.union },
    {
      head: '签到',
      cell: (l) =>
        started && !l.own ? (
          <Marks line={l} sessionId={roll.session.id} mark={mark} />
        ) : (
          <>
            <DeskBookingTag status={l.status} />
            {started && l.own && <span className="ml-2 text-ink-2">请同事签到</span>}
          </>
        ),
      className: 'whitespace-nowrap',
    },
  ];
  return all.filter((column) => column !== false);
}

/** The roll of one session with its marks; before the start it only shows who is coming. */
export function RollTable(props: RollProps) {
  const { offering, roll, mark } = props;
  const { session, lines } = roll;
  const started = session.cancelledAt === null && session.startsAt <= offering.now;
  const open = lines.filter((l) => l.status === 'booked').length;
  const mine = lines.filter((l) => l.status === 'booked' && l.own).length;
  const came = lines.filter((l) => l.status === 'attended').length;
  return (
    <div className="flex flex-col gap-3">
      {session.cancelledAt && (
        <Notice tone="warning">这一场已取消：{session.cancelledReason}</Notice>
      )}
      {!started && !session.cancelledAt && (
        <Notice>{formatDateTime(session.startsAt, offering.now)}开始后可以签到。</Notice>
      )}
      {started && lines.length > 0 && (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p>
            到场 <b>{came}</b>，缺席 <b>{lines.length - came - open}</b>，未签 <b>{open}</b>
          </p>
          <InlineForm
            action={mark}
            fields={{ sessionId: session.id }}
            className="flex flex-wrap items-center gap-2"
          >
            {open > mine ? (
              <>
                <SubmitButton {...small} variant="secondary" name="to" value="attended">
                  其余 {open - mine} 人全部到场
                </SubmitButton>
                <SubmitButton {...small} variant="secondary" name="to" value="absent">
                  其余全部缺席
                </SubmitButton>
              </>
            ) : (
              <SubmitButton {...small} variant="text" name="to" value="booked">
                撤销全部签到
              </SubmitButton>
            )}
          </InlineForm>
        </div>
      )}
      <RevealAll
        action={props.revealAll}
        offeringId={offering.id}
        bookingIds={lines.map((l) => l.bookingId)}
      >
        <DataTable
          caption="名册"
          columns={columnsOf(props, started)}
          rows={lines}
          keyOf={(l) => l.bookingId}
          empty={<EmptyState title="这一场还没有人">已通过的预约会列在名册里。</EmptyState>}
          foot={lines.length > 0 && <span>共 {lines.length} 人。姓名默认隐去，查看会留记录</span>}
        />
      </RevealAll>
    </div>
  );
}
