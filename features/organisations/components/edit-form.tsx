import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { editOrganisationAction } from '../actions';
import type { Organisation } from '../queries/organisations';
import { OrganisationFields } from './organisation-fields';

export function EditOrganisationForm({ organisation }: { organisation: Organisation }) {
  return (
    <Form action={editOrganisationAction} className="max-w-form">
      <input type="hidden" name="id" value={organisation.id} />
      <input type="hidden" name="version" value={organisation.version} />
      <OrganisationFields organisation={organisation} />
      <SubmitButton className="mt-6">保存修改</SubmitButton>
    </Form>
  );
}
