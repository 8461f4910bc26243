import { DateField } from '@/components/forms/date-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { RadioGroup } from '@/components/forms/radio-group';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { portal } from '@/lib/portal/portal';
import { enterEmployerAction } from '../actions';
import type { Keeper } from '../queries/keepers';
import { originLabels, sourceLabels } from '../rules/labels';
import { KeeperField, StaffFields } from './entry-fields';
import { optionsOf } from './options-of';

interface EntryFormProps {
  towns: readonly { id: string; shortName: string }[];
  /** Whether the officer may enter one that lies in no town. */
  mayBeNone: boolean;
  keepers: readonly Keeper[];
  self: string;
  today: string;
  stamp: string;
}

/** Enters an employer into the register. */
export function EntryForm({ towns, mayBeNone, keepers, self, today, stamp }: EntryFormProps) {
  const { townWord } = portal();
  return (
    <Form action={enterEmployerAction} idempotencyKey={stamp} className="max-w-form">
      <FieldStack>
        <TextField name="name" label="单位全称" maxLength={80} hint="照营业执照写" />
        <TextField
          name="uscc"
          label="统一社会信用代码"
          optional
          maxLength={18}
          hint="18 位。用人单位里已登记的，会接上它，不再登记一次"
        />
        <SelectField
          name="townId"
          label={`所在${townWord}`}
          placeholder={mayBeNone ? `不在这些${townWord}内` : '请选'}
          defaultValue={towns.length === 1 ? towns[0]?.id : ''}
          options={towns.map(({ id, shortName }) => ({ value: id, label: shortName }))}
        />
        <TextField name="address" label="地址" optional maxLength={100} />
        <TextField name="industry" label="行业" optional maxLength={40} />
        <RadioGroup
          name="origin"
          label="台账内还是台账外"
          columns
          hint="上级下发的名单里有，是台账内；自己发现的是台账外。登记后不能改"
          options={optionsOf(originLabels)}
        />
        <SelectField
          name="source"
          label="来源"
          placeholder="请选"
          options={optionsOf(sourceLabels)}
        />
        <DateField name="enteredOn" label="下发或发现的日期" defaultValue={today} max={today} />
        <StaffFields today={today} optional />
        <KeeperField keepers={keepers} chosen={self} />
        <DateField name="nextVisitOn" label="下次走访" optional hint="到那天提醒负责人" />
        <SubmitButton block={false}>登记企业</SubmitButton>
      </FieldStack>
    </Form>
  );
}
