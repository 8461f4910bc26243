import { Form } from '@/components/forms/form';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { createOrganisationAction } from '../actions';
import type { Organisation } from '../queries/organisations';
import { childKinds, kindLabels, type OrganisationKind } from '../rules/kinds';
import { OrganisationFields } from './organisation-fields';

/** Founds an organisation below `parent`; offers only the kinds that may stand there. */
export function CreateOrganisationForm({ parent, stamp }: { parent: Organisation; stamp: string }) {
  const allowed: readonly OrganisationKind[] = childKinds[parent.kind];
  return (
    <Form action={createOrganisationAction} idempotencyKey={stamp} className="max-w-form">
      <input type="hidden" name="parentId" value={parent.id} />
      <SelectField
        name="kind"
        label="类型"
        placeholder="请选择"
        required
        options={allowed.map((kind) => ({ value: kind, label: kindLabels[kind] }))}
        className="mb-6"
      />
      {allowed.includes('town_federation') && (
        <TextField
          name="areaCode"
          label="行政区划代码"
          hint="只有镇（街道）工会要填，9 位"
          inputMode="numeric"
          maxLength={9}
          optional
          className="mb-6"
        />
      )}
      <OrganisationFields />
      <p className="my-4 text-secondary text-ink-2">建立后立即生成入会二维码。本次操作记入日志。</p>
      <SubmitButton>建立组织</SubmitButton>
    </Form>
  );
}
