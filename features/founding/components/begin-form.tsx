import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { RadioGroup } from '@/components/forms/radio-group';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { beginFoundingAction } from '../actions';
import { formLabels } from '../rules/form';
import { ContactFields } from './contact-panel';

interface BeginProps {
  employer: { id: string; name: string };
  parents: readonly { id: string; name: string }[];
  bar: number;
  stamp: string;
}

/** 开始建会, with the employer as its lead. */
export function BeginForm({ employer, parents, bar, stamp }: BeginProps) {
  const hints = {
    own_committee: `会员满 ${bar} 名必须选这个；不满也可以`,
    joint_union: `每家会员都不满 ${bar} 名，至少两家`,
    organiser: `会员不满 ${bar} 名`,
  };
  return (
    <Form action={beginFoundingAction} idempotencyKey={stamp} className="max-w-form">
      <input type="hidden" name="employerId" value={employer.id} />
      <FieldStack>
        <RadioGroup
          name="form"
          label="怎么建"
          hint="数会员，不数职工"
          options={Object.entries(formLabels).map(([value, label]) => ({
            ...{ value, label },
            hint: hints[value as keyof typeof hints],
          }))}
        />
        <TextField
          name="name"
          label="工会全称"
          maxLength={60}
          defaultValue={`${employer.name}工会`}
          hint="联合建会的，写联合工会的名称"
        />
        <SelectField
          name="parentId"
          label="上级工会"
          placeholder="请选"
          hint="由它批复（工会法第 12 条）"
          options={parents.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <ContactFields />
        <SubmitButton block={false}>开始建会</SubmitButton>
      </FieldStack>
    </Form>
  );
}
