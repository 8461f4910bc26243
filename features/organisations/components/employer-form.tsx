import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { portal } from '@/lib/portal/portal';
import { addEmployerAction, editEmployerAction } from '../actions';
import type { EmployerRow } from '../queries/employers';
import { AddressField, UsccField } from './register-fields';

interface Choice {
  id: string;
  shortName: string;
}

interface EmployerFormProps {
  employer?: EmployerRow;
  towns: readonly Choice[];
  unions: readonly Choice[];
  stamp?: string;
}

const optionsOf = (choices: readonly Choice[]) =>
  choices.map(({ id, shortName }) => ({ value: id, label: shortName }));

/** Enters an employer or changes one. */
export function EmployerForm({ employer: e, towns, unions, stamp }: EmployerFormProps) {
  const { townWord } = portal();
  return (
    <Form
      action={e ? editEmployerAction : addEmployerAction}
      idempotencyKey={stamp}
      className="max-w-form"
    >
      {e && <input type="hidden" name="id" value={e.id} />}
      {e && <input type="hidden" name="version" value={e.version} />}
      <FieldStack>
        <TextField name="name" label="单位全称" defaultValue={e?.name} maxLength={80} required />
        <UsccField label="统一社会信用代码" hint="营业执照上的 18 位" value={e?.uscc} />
        <SelectField
          name="townId"
          label={`所在${townWord}`}
          defaultValue={e?.townId ?? ''}
          placeholder={`不在这些${townWord}内`}
          options={optionsOf(towns)}
        />
        <SelectField
          name="unionId"
          label="所属工会"
          hint={`没有工会的，职工入${townWord}的网上会员之家`}
          defaultValue={e?.unionId ?? ''}
          placeholder="还没有工会"
          options={optionsOf(unions)}
        />
        <TextField
          name="industry"
          label="行业"
          defaultValue={e?.industry ?? ''}
          maxLength={40}
          optional
        />
        <TextField
          name="staffCount"
          label="职工人数"
          defaultValue={e?.staffCount?.toString() ?? ''}
          inputMode="numeric"
          maxLength={6}
          optional
        />
        <AddressField value={e?.address} />
      </FieldStack>
      <SubmitButton className="mt-6">{e ? '保存修改' : '登记单位'}</SubmitButton>
    </Form>
  );
}
