import { CheckboxField } from '@/components/forms/checkbox-field';
import { DateField } from '@/components/forms/date-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { IdField } from '@/components/forms/id-field';
import { RadioGroup } from '@/components/forms/radio-group';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { TextLink } from '@/components/ui/app-link';
import { relations } from '@/db/schema/enums';
import { identityDocumentLabels } from '@/lib/china/id/messages';
import { identityDocumentTypes } from '@/lib/china/id/types';
import { addChildAction } from '../actions';
import { childConsent } from '../rules/consents';
import { entryYearOptions } from '../rules/entry-years';
import { relationLabels } from '../schema/family';

interface ChildFormProps {
  today: string;
  formKey: string;
  /** Another document than the mainland ID: then birth date and sex are asked too. */
  other: boolean;
  /** The service one came from. */
  next?: string;
}

/** The document: an ID number says birth date and sex itself, others are asked. */
function DocumentFields({ other, next }: Pick<ChildFormProps, 'other' | 'next'>) {
  if (!other) {
    return (
      <>
        <IdField
          name="idNumber"
          label="孩子的身份证号"
          hint="户口簿上也有，用来核对年龄和一个孩子只报一次"
        />
        <TextLink
          href={`/me/family/add?${new URLSearchParams({ type: 'other', ...(next && { next }) })}`}
          className="inline-flex min-h-target items-center text-secondary"
        >
          没有身份证，用其他证件
        </TextLink>
      </>
    );
  }
  const types = identityDocumentTypes.map((value) => ({
    value,
    label: identityDocumentLabels[value],
  }));
  return (
    <>
      <SelectField name="idType" label="证件类型" options={types} placeholder="请选择" />
      <TextField name="idNumber" label="证件号码" maxLength={40} autoComplete="off" />
      <DateField name="birthOn" label="出生日期" hint="证件号里有的，以证件为准" optional />
      <RadioGroup
        name="sex"
        label="性别"
        columns
        options={[
          { value: 'female', label: '女' },
          { value: 'male', label: '男' },
        ]}
      />
    </>
  );
}

/** 添加孩子: only what booking needs, with the guardian's own consent. */
export function ChildForm({ today, formKey, other, next }: ChildFormProps) {
  return (
    <Form action={addChildAction} idempotencyKey={formKey} aria-label="添加孩子">
      {next && <input type="hidden" name="next" value={next} />}
      <FieldStack>
        <TextField name="name" label="孩子姓名" maxLength={50} autoComplete="off" />
        <DocumentFields other={other} next={next} />
        <SelectField
          name="schoolEntryYear"
          label="年级"
          options={entryYearOptions(today)}
          placeholder="请选择"
        />
        <TextField name="school" label="学校" optional maxLength={40} autoComplete="off" />
        <RadioGroup
          name="relation"
          label="您是孩子的"
          options={relations.map((value) => ({ value, label: relationLabels[value] }))}
        />
        <CheckboxField name="consent" label={childConsent.body} compact required />
      </FieldStack>
      <SubmitButton className="mt-6">保存</SubmitButton>
    </Form>
  );
}
