import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { proposeTransferAction } from '../actions';

interface ProposeFormProps {
  unions: readonly { readonly id: string; readonly name: string }[];
  idempotencyKey: string;
}

/** The new union asks for a member; the member confirms on the phone before anything begins. */
export function ProposeForm({ unions, idempotencyKey }: ProposeFormProps) {
  return (
    <Form
      action={proposeTransferAction}
      idempotencyKey={idempotencyKey}
      className="max-w-[560px]"
      aria-label="请会员转来"
    >
      <FieldStack>
        <SelectField
          name="toId"
          label="转到"
          options={unions.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField name="name" label="姓名" maxLength={40} autoComplete="off" />
        <TextField
          name="memberNo"
          label="会员号"
          hint="12 位，在本人的会员码下面"
          inputMode="numeric"
          autoComplete="off"
        />
        <SubmitButton block={false}>请本人确认</SubmitButton>
      </FieldStack>
    </Form>
  );
}
