import type { ReactNode } from 'react';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import type { Fold } from '@/components/forms/form-fold';
import type { FormAction } from '@/components/forms/form-state';
import { SubmitButton } from '@/components/forms/submit-button';

interface OfficeFormProps {
  action: FormAction;
  /** Begins the ids of its fields: the page has several of such forms. */
  part: string;
  fold: Fold;
  union: { readonly id: string };
  /** What its button says. */
  submit: string;
  /** Beside a form that is more often wanted. */
  quiet?: boolean;
  idempotencyKey?: string;
  children: ReactNode;
}

/** Something typed about one union from the paper of the level above: folded away, fields below each other, one button. */
export function OfficeForm({ union, submit, quiet, children, ...form }: OfficeFormProps) {
  return (
    <Form {...form}>
      <input type="hidden" name="organisationId" value={union.id} />
      <FieldStack>
        {children}
        <SubmitButton block={false} small variant={quiet ? 'secondary' : 'primary'}>
          {submit}
        </SubmitButton>
      </FieldStack>
    </Form>
  );
}
