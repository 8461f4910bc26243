'use client';
import { CheckboxField } from '@/components/forms/checkbox-field';
import { CheckboxGroup } from '@/components/forms/checkbox-group';
import { DateField } from '@/components/forms/date-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { IdField } from '@/components/forms/id-field';
import { PhoneField } from '@/components/forms/phone-field';
import { RadioGroup } from '@/components/forms/radio-group';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { TextField } from '@/components/forms/text-field';

const several = (form: FormData, name: string) => form.getAll(name).map(String);

/** Refuses everything after a second and sends back what was typed, as the kernel's actions do. */
const refuse: FormAction = async (_state, form) => {
  await new Promise((done) => setTimeout(done, 800));
  const names = [...new Set(form.keys())];
  return {
    status: 'invalid',
    fieldErrors: { idNo: '身份证号最后一位不对，请再核对', agree: '请勾选同意' },
    values: Object.fromEntries(
      names.map((name) => {
        const all = several(form, name);
        return [name, all.length === 1 ? (all[0] ?? '') : all];
      }),
    ),
  };
};

/** Proof that nothing typed is lost: send it, and every kind of field still shows its answer. */
export function RefusingForm() {
  return (
    <Form action={refuse} aria-label="总是退回的表单">
      <FieldStack>
        <TextField name="unit" label="单位名称" hint="没有单位的，写接单平台和站点。" />
        <IdField name="idNo" label="身份证号" hint="用来确认您没有重复入会。" />
        <PhoneField name="phone" label="手机号" />
        <SelectField
          name="education"
          label="学历"
          placeholder="请选择"
          options={[
            { value: 'junior', label: '初中' },
            { value: 'senior', label: '高中' },
            { value: 'college', label: '大专' },
          ]}
        />
        <DateField name="since" label="入职日期" optional />
        <RadioGroup
          name="work"
          label="做什么"
          defaultValue="rider"
          options={[
            { value: 'rider', label: '外卖配送员' },
            { value: 'courier', label: '快递员', hint: '站点收派、驿站投递' },
            { value: 'other', label: '其他（暂不开放）', disabled: true },
          ]}
        />
        <CheckboxGroup
          name="days"
          label="哪几天有空"
          defaultValues={['sat']}
          options={[
            { value: 'fri', label: '周五' },
            { value: 'sat', label: '周六' },
            { value: 'sun', label: '周日' },
          ]}
        />
        <TextArea name="about" label="补充说明" optional maxLength={100} />
        <CheckboxField name="sms" label="同意用短信通知我" defaultChecked />
        <CheckboxField name="agree" label="以上内容属实" />
        <SubmitButton>继续</SubmitButton>
      </FieldStack>
    </Form>
  );
}
