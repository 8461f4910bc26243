import type { FormAction } from '@/components/forms/form-state';
import { InlineForm } from '@/components/forms/inline-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { buttonClass } from '@/components/ui/button-style';
import { absenceCauses } from '@/db/schema/enums';
import { causeLabels } from '../rules';

interface Props {
  action: FormAction;
  /** With what 请假 is called there. */
  fields: Readonly<Record<string, string>>;
}

/** 请假 of one row: opens on four causes, each a button, so that two taps say it. Works without script. */
export function LeaveMenu({ action, fields }: Props) {
  return (
    // The form stands around the fold, so that a refusal is read whether or not it is open.
    <InlineForm action={action} fields={fields}>
      <details className="group">
        <summary
          className={`${buttonClass({ variant: 'text', small: true, block: false })} list-none [&::-webkit-details-marker]:hidden`}
        >
          请假
        </summary>
        <div className="flex flex-wrap gap-2 py-1">
          {absenceCauses.map((cause) => (
            <SubmitButton
              key={cause}
              small
              block={false}
              variant="secondary"
              name="cause"
              value={cause}
            >
              {causeLabels[cause]}
            </SubmitButton>
          ))}
        </div>
      </details>
    </InlineForm>
  );
}
