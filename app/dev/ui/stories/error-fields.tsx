'use client';
import { CheckboxField } from '@/components/forms/checkbox-field';
import { DateField } from '@/components/forms/date-field';
import { FieldStack } from '@/components/forms/field-stack';
import { FileField } from '@/components/forms/file-field';
import { FormContext } from '@/components/forms/form-context';
import { IdField } from '@/components/forms/id-field';
import { PhoneField } from '@/components/forms/phone-field';
import { RadioGroup } from '@/components/forms/radio-group';
import { SelectField } from '@/components/forms/select-field';

const refused = {
  status: 'invalid',
  part: 'wrong',
  values: { idNo: '110101199003070038', phone: '1390000000', since: '2030-01-01' },
  fieldErrors: {
    idNo: '身份证号最后一位不对，请再核对',
    phone: '手机号应为 11 位',
    kind: '请选择类型',
    since: '日期不能晚于今天',
    proof: '请上传照片',
    who: '请选择给谁报名',
    agree: '请勾选同意',
  },
} as const;

/** Every kind of field as it stands after a refusal: what was typed is there, and what to do. */
export function ErrorFields() {
  return (
    <FormContext value={refused}>
      <FieldStack>
        <IdField name="idNo" label="身份证号" />
        <PhoneField name="phone" label="手机号" />
        <SelectField
          name="kind"
          label="类型"
          placeholder="请选择"
          options={[{ value: 'training', label: '技能培训' }]}
        />
        <DateField name="since" label="入职日期" />
        <FileField name="proof" label="就读证明" limits="最多 3 张，每张 10 MB" />
        <RadioGroup
          name="who"
          label="给谁报名"
          options={[
            { value: 'child', label: '陈小禾' },
            { value: 'self', label: '本人' },
          ]}
        />
        <CheckboxField name="agree" label="以上内容属实" />
      </FieldStack>
    </FormContext>
  );
}
