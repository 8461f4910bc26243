import { DateField } from '@/components/forms/date-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { Panel } from '@/components/ui/card';
import type { Member } from '@/features/members/queries/member';
import { changeReasonLabels } from '@/features/members/rules/membership-words';
import { changeMembershipAction } from '../actions';

const offers = {
  regular: { type: 'retained', title: '登记保留会籍', submit: '保留会籍' },
  retained: { type: 'restored', title: '登记恢复会籍', submit: '恢复会籍' },
  provisional: { type: 'confirmed', title: '单位建会，转为正式会员', submit: '转为正式' },
} as const;

const reasons = ['retired', 'unemployed', 'military'] as const;

/** What the union enters of a 会籍 itself, as the status offers it; nothing for who has left. */
export function StatusPanel({ member, today }: { member: Member; today: string }) {
  if (member.status === 'left') return null;
  const { type, title, submit } = offers[member.status];
  return (
    <Panel title={title} note="通知本人" className="no-print mt-6 max-w-[560px]">
      <Form action={changeMembershipAction} aria-label={title}>
        <FieldStack>
          <input type="hidden" name="type" value={type} />
          <input type="hidden" name="personId" value={member.personId} />
          {type === 'retained' && (
            <SelectField
              name="reason"
              label="原因"
              options={reasons.map((value) => ({ value, label: changeReasonLabels[value] }))}
            />
          )}
          <DateField name="on" label="从哪天起" defaultValue={today} max={today} />
          <TextField
            name="note"
            label="依据"
            optional
            maxLength={200}
            hint="退休证、失业登记、入伍通知等；写明看过什么"
          />
          <SubmitButton block={false} variant="secondary">
            {submit}
          </SubmitButton>
        </FieldStack>
      </Form>
    </Panel>
  );
}
