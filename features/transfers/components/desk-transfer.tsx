import { Form } from '@/components/forms/form';
import { ReasonFields } from '@/components/forms/reason-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextLink } from '@/components/ui/app-link';
import { Panel } from '@/components/ui/card';
import { Checks } from '@/components/ui/checks';
import { Notice } from '@/components/ui/notice';
import { KeyValues } from '@/components/ui/summary-list';
import { DeskField } from '@/features/members/components/desk-field';
import { formatDateTime, formatFullDay, todayOn } from '@/lib/dates';
import {
  applyStatusChangeAction,
  applyWorkChangeAction,
  closeTransferAction,
  revealTransferFieldAction,
} from '../actions';
import type { DeskTransfer } from '../queries/desk-transfers';
import { requestAnswers, requestTitles } from '../rules/membership-requests';
import { transferAnswers } from '../rules/transfer';
import { TalkForm } from './talk-form';

const agreeWords = {
  work: '照此更新并办结',
  retain: '保留会籍并办结',
  restore: '恢复会籍并办结',
  leave: '办理退会',
};

function Agree({ transfer: { id, kind } }: { transfer: DeskTransfer }) {
  if (kind === 'joining' || kind === 'move') return null;
  const action = kind === 'work' ? applyWorkChangeAction : applyStatusChangeAction;
  return (
    <Form action={action} aria-label={agreeWords[kind]}>
      <input type="hidden" name="requestId" value={id} />
      {kind === 'leave' && (
        <p className="mb-3 text-secondary text-ink-2">
          会员码马上停用，他在本工会的角色结束；账号和办过的记录还在。
        </p>
      )}
      <SubmitButton block={false} pendingText="办理中…">
        {agreeWords[kind]}
      </SubmitButton>
    </Form>
  );
}

function Answer({ transfer: t }: { transfer: DeskTransfer }) {
  if (t.status === 'closed') {
    return (
      <Panel title={`${t.closedAt ? formatDateTime(t.closedAt, t.now) : ''}已答复`}>
        <p>{t.note}</p>
      </Panel>
    );
  }
  if (t.own) return <Notice tone="info">这是您自己的登记，请由同事或上级工会答复（回避）。</Notice>;
  if (t.kind === 'leave' && !t.talkedOn)
    return <TalkForm requestId={t.id} today={todayOn(t.now)} />;
  const agree = t.kind !== 'joining' && t.kind !== 'move' && <Agree transfer={t} />;
  return (
    <Panel title="答复本人" note="发站内通知和短信">
      {agree && <div className="mb-6">{agree}</div>}
      <Form action={closeTransferAction} aria-label="答复本人">
        <input type="hidden" name="requestId" value={t.id} />
        <ReasonFields
          label="常用答复"
          own="答复（选一条或自己写）"
          sentences={t.kind === 'joining' ? transferAnswers : requestAnswers[t.kind]}
          hint="本人会看到，写清楚接下来做什么"
        />
        <SubmitButton block={false} variant={agree ? 'secondary' : undefined} className="mt-4">
          {agree ? '不照办，答复并办结' : '答复并办结'}
        </SubmitButton>
      </Form>
    </Panel>
  );
}

/** One request about a 会籍: who asks, what the system found, and the answer. */
export function TransferCase({ transfer: t }: { transfer: DeskTransfer }) {
  const field = (name: 'phone' | 'document', masked: string, label: string) => (
    <DeskField
      key={`${t.id}:${name}`}
      action={revealTransferFieldAction}
      fields={{ requestId: t.id, field: name }}
      masked={masked}
      label={label}
    />
  );
  return (
    <div className="grid max-w-[60em] gap-4">
      <Panel title="登记内容">
        <KeyValues
          rows={[
            ...(t.asked === null
              ? [{ label: '转到', value: t.unionName }]
              : [
                  { label: '登记什么', value: requestTitles[t.kind] },
                  { label: t.kind === 'move' ? '新单位' : '内容', value: t.asked },
                ]),
            ...(t.talkedOn
              ? [{ label: '谈话', value: `${formatFullDay(t.talkedOn)}：${t.talkNote ?? ''}` }]
              : []),
            { label: '登记时间', value: formatDateTime(t.createdAt, t.now) },
            { label: '手机号', value: field('phone', `尾号 ${t.phoneTail}`, '手机号') },
            ...(t.asked === null
              ? [
                  {
                    label: '证件号码',
                    value: t.idMasked ? field('document', t.idMasked, '证件号码') : '已到期清除',
                  },
                ]
              : []),
            {
              label: t.asked === null ? '工作单位' : '现在',
              value: t.employerName ?? '没有固定单位',
            },
          ]}
        />
      </Panel>
      <Panel title={t.checks.length > 0 ? '系统核对' : '会籍'}>
        {t.checks.length > 0 && <Checks dense lines={t.checks} />}
        {t.memberPersonId && (
          <p className="mt-2">
            <TextLink href={`/desk/members/${t.memberPersonId}`}>看这份会籍</TextLink>
          </p>
        )}
      </Panel>
      <Answer transfer={t} />
    </div>
  );
}
