import type { FormAction } from '@/components/forms/form-state';
import { AuditTrail } from '@/components/ui/audit-trail';
import { Checks } from '@/components/ui/checks';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { KeyValues } from '@/components/ui/summary-list';
import { Breadcrumbs } from '@/components/ui/tabs';
import { ApplicationTag } from '@/features/applications/components/application-tag';
import { isOverdue } from '@/features/applications/rules/review';
import { DueDay } from '@/features/clocks/components/due-day';
import { DeskField } from '@/features/members/components/desk-field';
import { formatDateTime, formatDay, formatFullDay, todayOn } from '@/lib/dates';
import type { DeskApplication } from '../queries/desk-application';
import { Corrected } from './corrected';

interface DeskApplicationProps {
  application: DeskApplication;
  reveal: FormAction;
}

function Head({ application }: { application: DeskApplication }) {
  const { name, status, number, submittedAt, dueOn, now } = application;
  const today = todayOn(now);
  const when = submittedAt ? `，${formatDateTime(submittedAt, now)}提交` : '';
  const due =
    application.blockedReason !== 'settled' && dueOn
      ? `，应在${formatDay(dueOn, today)}前办结`
      : '';
  return (
    <div className="mb-3 flex flex-wrap items-start justify-between gap-x-4 gap-y-2 lg:flex-nowrap">
      <div className="min-w-0">
        <h1 id="case-title" tabIndex={-1} className="flex flex-wrap items-center gap-2">
          {name}
          <ApplicationTag status={status} />
        </h1>
        <p className="text-ink-2">{`入会申请 ${number}${when}${due}`}</p>
        <DueDay clock={application.clock} today={today} />
      </div>
      <LinkButton
        variant="secondary"
        small
        href={`/desk/applications/${application.id}/print`}
        className="no-print flex-none"
      >
        打印登记表
      </LinkButton>
    </div>
  );
}

/** What the officer must know before anything else: late, theirs not to decide, already done. */
function Alerts({ application: a }: { application: DeskApplication }) {
  const today = todayOn(a.now);
  const late = a.dueOn !== null && a.blockedReason !== 'settled' && isOverdue(a.dueOn, today);
  const at = (moment: Date) => formatDateTime(moment, a.now);
  const notice = a.escalatedAt
    ? `已于 ${at(a.escalatedAt)} 转到${a.deskName}。`
    : a.remindedAt
      ? `已于 ${at(a.remindedAt)} 提醒${a.deskName}。`
      : '';
  const lines: [boolean, 'error' | 'info' | 'neutral', string][] = [
    [late, 'error', `已超期。${notice}`],
    [
      !late && a.escalatedAt !== null && a.blockedReason !== 'settled',
      'info',
      `下级工会没有按期办理。${notice}`,
    ],
    [a.step === 2 && a.blockedReason !== 'settled', 'info', '下级工会已同意，等本级确认。'],
    [
      a.channel === 'counter',
      'neutral',
      `柜台代办，由 ${a.enteredByName ?? '工会干部'} 录入，本人验证码已核对。`,
    ],
    [
      a.blockedReason === 'own_case',
      'info',
      '这是您本人或家人的申请，请由同事或上级工会办理（回避）。',
    ],
    [a.blockedReason === 'entered_by_you', 'info', '这份申请是您代办的，请由另一位同事核对。'],
    [a.blockedReason === 'other_desk', 'neutral', `现在由${a.deskName}办理，您可以查看。`],
    [
      a.decidedAt !== null && a.blockedReason === 'settled' && a.decidedByName !== null,
      'neutral',
      `${a.decidedByName} 于 ${a.decidedAt ? at(a.decidedAt) : ''} 办理${a.reason ? `：${a.reason}` : ''}`,
    ],
  ];
  return lines.map(
    ([show, tone, text]) =>
      show && (
        <Notice
          key={String(text)}
          tone={tone}
          icon={tone === 'error' ? 'clock' : undefined}
          className="mb-3"
        >
          {text}
        </Notice>
      ),
  );
}

function factsOf({ application: a, reveal }: DeskApplicationProps) {
  const sex = a.sex === 'female' ? '女' : '男';
  const field = (name: 'phone' | 'document', masked: string, label: string) => (
    <DeskField
      key={`${a.id}:${name}`}
      action={reveal}
      fields={{ applicationId: a.id, field: name }}
      masked={masked}
      label={label}
    />
  );
  return [
    { label: '性别、生日', value: a.birthOn ? `${sex}，${formatFullDay(a.birthOn)}` : '未填' },
    { label: '手机号', value: field('phone', a.phoneMasked, '手机号') },
    { label: a.documentLabel, value: field('document', a.idMasked ?? '未填', '证件号码') },
    { label: '职业', value: `${a.occupation ?? '未填'}${a.isNewForm ? '（新就业形态）' : ''}` },
    { label: '工作单位', value: a.employerName ?? '没有固定单位' },
    { label: '入会声明', value: a.pledgeVersion ? `已同意，${a.pledgeVersion} 版` : '未同意' },
  ];
}

/** The detail of the inbox: where it belongs, what the system checked, what was said, what happened. */
export function DeskApplicationDetail(props: DeskApplicationProps) {
  const { application } = props;
  return (
    <>
      <Breadcrumbs trail={application.trail.map((step) => ({ label: step.shortName }))} />
      <Head application={application} />
      <Alerts application={application} />
      {application.corrections && <Corrected {...application.corrections} />}
      <h2>系统核对</h2>
      <div className="mt-1 mb-4">
        <Checks dense lines={application.checks} />
      </div>
      <h2>申请内容</h2>
      <div className="mt-1 mb-4">
        <KeyValues rows={factsOf(props)} />
      </div>
      <h2>办理记录</h2>
      <AuditTrail
        lines={application.history.map((event) => ({
          ...event,
          at: formatDateTime(event.at, application.now),
        }))}
      />
    </>
  );
}
