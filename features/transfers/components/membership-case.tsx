import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { TextLink } from '@/components/ui/app-link';
import { Panel } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { KeyValues } from '@/components/ui/summary-list';
import { DeskField } from '@/features/members/components/desk-field';
import { groupMemberNumber } from '@/features/members/rules/numbers';
import { formatDateTime, formatFullDay, todayOn } from '@/lib/dates';
import { carryOutCaseAction, dropCaseAction, revealCaseAction } from '../actions';
import type { MembershipCaseView } from '../queries/membership-cases';
import { caseKindLabels, membershipCaseLabels } from '../rules/membership-cases';

function why(c: MembershipCaseView): string {
  if (!c.mayCarryOut) {
    return c.kind === 'expel'
      ? '由上一级工会的干部来定。'
      : '由另一位干部来定：谁登记的，谁不能定。';
  }
  if (c.kind === 'expel') return '';
  if (c.readyOn === null) return `要教育 ${c.needed} 次，现在 ${c.warnings.length} 次，还不能办。`;
  return c.readyOn > todayOn(c.now) ? `${formatFullDay(c.readyOn)}起可以办。` : '';
}

function Decide({ c, confirmed }: { c: MembershipCaseView; confirmed: boolean }) {
  const stop = why(c);
  const here = encodeURIComponent(`/desk/transfers/cases/${c.id}`);
  if (!stop && !confirmed) {
    return (
      <p>
        办理要先<TextLink href={`/staff/confirm?next=${here}`}>输入动态码</TextLink>。
      </p>
    );
  }
  if (stop) return <p className="text-ink-2">{stop}</p>;
  return (
    <Form action={carryOutCaseAction} part="carry" aria-label="办理">
      <FieldStack>
        <input type="hidden" name="caseId" value={c.id} />
        <TextArea name="note" label="理由" rows={2} maxLength={200} />
        <SubmitButton block={false}>{`办理${caseKindLabels[c.kind]}`}</SubmitButton>
      </FieldStack>
    </Form>
  );
}

/** A case of 自动退会 or 除名: what is on record, and the two ways out of it. */
export function MembershipCasePanel({
  view: c,
  confirmed,
}: {
  view: MembershipCaseView;
  confirmed: boolean;
}) {
  return (
    <div className="grid max-w-[60em] gap-4">
      <Panel title={caseKindLabels[c.kind]} note={membershipCaseLabels[c.status]}>
        <KeyValues
          rows={[
            { label: '姓名', value: c.name ?? '' },
            { label: '会员号', value: groupMemberNumber(c.memberNo) },
            { label: '所在工会', value: c.union },
            { label: '登记', value: formatDateTime(c.openedAt, c.now) },
            ...c.warnings.map(({ on, note }, at) => ({
              label: `第 ${at + 1} 次教育`,
              value: `${formatFullDay(on)}：${note}`,
            })),
            ...(c.kind === 'expel'
              ? [
                  {
                    label: '依据',
                    value: (
                      <DeskField
                        action={revealCaseAction}
                        fields={{ caseId: c.id }}
                        masked="已加密"
                        label="依据"
                      />
                    ),
                  },
                ]
              : []),
            ...(c.decidedAt
              ? [
                  {
                    label: '办结',
                    value: `${formatDateTime(c.decidedAt, c.now)}：${c.decisionNote ?? ''}`,
                  },
                ]
              : []),
          ]}
        />
      </Panel>
      {c.own && <Notice tone="info">这是您自己或家人的事，请由同事或上级工会办理（回避）。</Notice>}
      {!c.own && c.status === 'open' && (
        <>
          <Panel title={`办理${caseKindLabels[c.kind]}`} note="办了会员码停用，角色结束，通知本人">
            <Decide c={c} confirmed={confirmed} />
          </Panel>
          <Panel title="不办了">
            <Form action={dropCaseAction} part="drop" aria-label="不办了">
              <FieldStack>
                <input type="hidden" name="caseId" value={c.id} />
                <TextArea
                  name="note"
                  label="为什么"
                  hint="例如：已补交会费，恢复参加活动"
                  rows={2}
                  maxLength={200}
                />
                <SubmitButton block={false} variant="secondary">
                  不办了
                </SubmitButton>
              </FieldStack>
            </Form>
          </Panel>
        </>
      )}
    </div>
  );
}
