import { CheckboxField } from '@/components/forms/checkbox-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { RadioGroup } from '@/components/forms/radio-group';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { VersionField } from '@/components/forms/version-field';
import { Panel } from '@/components/ui/card';
import type { DeskOffering } from '@/features/offerings/queries/desk-offering';
import {
  allocationTerms,
  waitlistModeLabels,
  waitlistModes,
} from '@/features/offerings/schema/allocation';

const text = (n: number | undefined) => (n === undefined ? '' : String(n));

interface WaitlistFormProps {
  offering: DeskOffering;
  action: FormAction;
  /** What applies where nothing is filled in. */
  defaults: { offerHours: number; nearHours: number; nearMinutes: number };
}

/** 补位规则: asked first or at once, for how long, or stopped. */
export function WaitlistForm({ offering, action, defaults }: WaitlistFormProps) {
  const { waitlist } = allocationTerms.parse(offering.allocationTerms);
  const values = {
    mode: waitlist.mode,
    paused: waitlist.paused ? 'yes' : '',
    offerHours: text(waitlist.offerHours),
    nearHours: text(waitlist.nearHours),
    nearMinutes: text(waitlist.nearMinutes),
  };
  return (
    <Panel title="补位规则">
      <Form action={action} initial={{ status: 'idle', values }} aria-label="补位规则">
        <input type="hidden" name="offeringId" value={offering.id} />
        <VersionField version={offering.version} />
        <FieldStack>
          <RadioGroup
            name="mode"
            label="空出的名额"
            options={waitlistModes.map((value) => ({ value, label: waitlistModeLabels[value] }))}
          />
          <TextField
            name="offerHours"
            label="确认时限（工作小时）"
            optional
            inputMode="numeric"
            maxLength={3}
            hint={`不填是 ${defaults.offerHours}，节假日和下班时间不算`}
          />
          <TextField
            name="nearHours"
            label="开始前几小时算临近"
            optional
            inputMode="numeric"
            maxLength={2}
            hint={`不填是 ${defaults.nearHours}`}
          />
          <TextField
            name="nearMinutes"
            label="临近时的时限（分钟）"
            optional
            inputMode="numeric"
            maxLength={3}
            hint={`不填是 ${defaults.nearMinutes}`}
          />
          <CheckboxField name="paused" label="暂停自动补位，由我手动给" />
          <SubmitButton variant="secondary" block={false}>
            保存
          </SubmitButton>
        </FieldStack>
      </Form>
    </Panel>
  );
}
