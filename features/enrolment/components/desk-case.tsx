import type { ReactNode } from 'react';
import type { FormAction } from '@/components/forms/form-state';
import { TextLink } from '@/components/ui/app-link';
import { AuditTrail } from '@/components/ui/audit-trail';
import { BeforeAfter } from '@/components/ui/before-after';
import { Checks } from '@/components/ui/checks';
import { Notice } from '@/components/ui/notice';
import { KeyValues } from '@/components/ui/summary-list';
import { Breadcrumbs } from '@/components/ui/tabs';
import { Reveal } from '@/features/bookings/components/desk-reveal';
import { DeskBookingTag } from '@/features/bookings/components/desk-tags';
import { eventLabels } from '@/features/bookings/rules/booking-words';
import { DueDay } from '@/features/clocks/components/due-day';
import { SessionWhen } from '@/features/offerings/components/session-when';
import { bookedTimes } from '@/features/offerings/rules/meetings';
import { offeringKindLabels } from '@/features/offerings/schema/offering';
import { formatDateTime, formatDay, todayOn } from '@/lib/dates';
import type { BookingCase } from '../queries/desk-case';
import { answeredOf } from '../rules/answered';

/** A booking in the inbox: what is asked for, by whom (masked), and what happened so far. */
export function BookingCaseDetail({
  booking: b,
  reveal,
  children,
}: {
  booking: BookingCase;
  reveal: FormAction;
  /** Between what is asked for and what happened: the answers. */
  children?: ReactNode;
}) {
  const due =
    b.status === 'pending' && b.dueOn ? `，应在${formatDay(b.dueOn, todayOn(b.now))}前办结` : '';
  const answered = b.status === 'pending' ? answeredOf(b.history) : null;
  const rows = [
    {
      label: b.guardian ? '孩子' : '姓名',
      value: (
        <Reveal key={b.id} action={reveal} bookingId={b.id}>
          {b.attendee}
        </Reveal>
      ),
    },
    ...(b.grade ? [{ label: '年级', value: b.grade }] : []),
    ...(b.guardian ? [{ label: '家长', value: b.guardian }] : []),
    { label: '手机号', value: `尾号 ${b.phoneTail}` },
    {
      label: '项目',
      value: <TextLink href={`/desk/offerings/${b.offeringId}`}>{b.offering}</TextLink>,
    },
    { label: '场次', value: b.session },
    { label: '时间', value: <SessionWhen at={bookedTimes(b)} now={b.now} /> },
    { label: '地点', value: b.place },
  ];
  return (
    <>
      <Breadcrumbs trail={b.trail.map((step) => ({ label: step.shortName }))} />
      <div className="mb-3">
        <h1 id="case-title" tabIndex={-1} className="flex flex-wrap items-center gap-2">
          {b.attendee}
          <DeskBookingTag status={b.status} />
        </h1>
        <p className="text-ink-2">
          {`${offeringKindLabels[b.kind]}报名 ${b.number}，${formatDateTime(b.createdAt, b.now)}提交${due}`}
        </p>
        {b.status === 'pending' && <DueDay clock={b.clock} today={todayOn(b.now)} />}
      </div>
      {b.status === 'pending' && b.dueOn && b.dueOn < todayOn(b.now) && (
        <Notice tone="error" icon="clock" className="mb-3">
          已超期，请尽快答复；名额一直为报名人留着。
        </Notice>
      )}
      {b.own && b.status === 'pending' && (
        <Notice tone="info" className="mb-3">
          这是您本人或家人的报名，请由同事办理（回避）。
        </Notice>
      )}
      {b.unreachable && (
        <Notice tone="warning" className="mb-3">
          现在通知不到人：孩子已满 18 岁，还没有自己的账号。请线下联系本人，或请其用自己的证件登录。
        </Notice>
      )}
      {b.decidedAt && b.decidedBy && (
        <Notice className="mb-3">
          {`${b.decidedBy} 于 ${formatDateTime(b.decidedAt, b.now)} 办理${b.reason ? `：${b.reason}` : ''}`}
        </Notice>
      )}
      {answered && (
        <section className="mb-4">
          <h2>退回和答复</h2>
          <BeforeAfter
            className="mt-1"
            rows={[{ label: '补正', before: answered.asked, after: answered.answer }]}
            heads={{ before: '退回时写的', after: '本人答复' }}
          />
        </section>
      )}
      {b.checks.length > 0 && (
        <>
          <h2>系统核对</h2>
          <div className="mb-4">
            <Checks dense lines={b.checks} />
          </div>
        </>
      )}
      <h2>报名内容</h2>
      <div className="mt-1 mb-4">
        <KeyValues rows={rows} />
      </div>
      {children}
      <h2>办理记录</h2>
      <AuditTrail
        lines={b.history.map((event) => ({
          at: formatDateTime(event.at, b.now),
          who: event.who,
          what: `${eventLabels[event.type] ?? event.type}${event.note ? `：${event.note}` : ''}`,
        }))}
      />
    </>
  );
}
