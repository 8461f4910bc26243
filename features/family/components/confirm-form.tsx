import { CheckboxField } from '@/components/forms/checkbox-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { RadioGroup } from '@/components/forms/radio-group';
import { SubmitButton } from '@/components/forms/submit-button';
import { relations } from '@/db/schema/enums';
import { confirmGuardianAction } from '../actions';
import { childConsent } from '../rules/consents';
import { relationLabels } from '../schema/family';

/** The second guardian's own relation and own consent. */
export function ConfirmForm({ invitationId, formKey }: { invitationId: string; formKey: string }) {
  return (
    <Form action={confirmGuardianAction} idempotencyKey={formKey} aria-label="确认监护人">
      <input type="hidden" name="invitationId" value={invitationId} />
      <FieldStack>
        <RadioGroup
          name="relation"
          label="您是孩子的"
          options={relations.map((value) => ({ value, label: relationLabels[value] }))}
        />
        <CheckboxField name="consent" label={childConsent.body} compact required />
      </FieldStack>
      <SubmitButton className="mt-6">确认</SubmitButton>
    </Form>
  );
}
