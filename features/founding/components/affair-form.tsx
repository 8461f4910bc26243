import { DateField } from '@/components/forms/date-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { RadioGroup } from '@/components/forms/radio-group';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { foldOf } from '@/components/ui/disclosure';
import { beginAffairAction } from '../actions';
import { changeNames, kindNames } from '../rules/kinds';

const kinds = [
  { value: 'reelection', label: kindNames.reelection, hint: '重新开会员大会选举' },
  { value: 'change', label: kindNames.change, hint: '名称、住所、法定代表人变了' },
  { value: 'dissolution', label: kindNames.dissolution, hint: '企业终止等，要上级批复' },
  { value: 'reissue', label: kindNames.reissue, hint: '证书丢了，补一本' },
];

interface AffairFormProps {
  organisationId: string;
  today: string;
  stamp: string;
}

/** Begins 换届, 变更, 注销 or 补证 of a union. */
export function AffairForm({ organisationId, today, stamp }: AffairFormProps) {
  return (
    <Form
      action={beginAffairAction}
      idempotencyKey={stamp}
      part="affair"
      fold={foldOf('办换届、变更、注销、补证')}
    >
      <input type="hidden" name="organisationId" value={organisationId} />
      <FieldStack>
        <RadioGroup name="kind" label="办什么" options={kinds} />
        <SelectField
          name="what"
          label="变更什么"
          optional
          placeholder="不是变更登记的不用选"
          options={Object.entries(changeNames).map(([value, label]) => ({ value, label }))}
        />
        <TextField name="value" label="变更后的内容" optional maxLength={100} />
        <DateField
          name="happenedOn"
          label="日期"
          max={today}
          hint="变更从变更那天算，30 天内申请；其他的填决定那天"
        />
        <TextField
          name="reason"
          label="依据、原因"
          maxLength={200}
          hint="如：会员大会决议、企业注销"
        />
        <SubmitButton block={false} small>
          开始办
        </SubmitButton>
      </FieldStack>
    </Form>
  );
}
