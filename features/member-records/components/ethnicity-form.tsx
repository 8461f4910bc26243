import { CheckboxField } from '@/components/forms/checkbox-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { Panel } from '@/components/ui/card';
import { correctEthnicityAction } from '../actions';
import type { MemberRecord } from '../queries/member-record';

/** 当面更正民族, below 当面更正: only where the member has answered once, with the second factor given. */
export function EthnicityForm({ record }: { record: MemberRecord | null }) {
  if (!record?.correctable) return null;
  return (
    <Panel title="登记表上的民族" className="mt-4 max-w-[560px]">
      <Form action={correctEthnicityAction} isPrivate part="ethnicity" aria-label="更正民族">
        <input type="hidden" name="personId" value={record.personId} />
        <FieldStack>
          <SelectField
            name="ethnicity"
            label="证件上的民族"
            placeholder="请选择"
            options={record.ethnicities}
          />
          <TextField
            name="reason"
            label="为什么更正"
            hint="记入操作日志，不要写是哪个民族"
            maxLength={100}
          />
          <CheckboxField name="present" compact label="本人在场并同意登记，已看过证件原件" />
          <SubmitButton block={false} pendingText="更正中…">
            更正民族
          </SubmitButton>
        </FieldStack>
      </Form>
    </Panel>
  );
}
