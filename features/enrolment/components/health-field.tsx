import { CheckboxField } from '@/components/forms/checkbox-field';
import { TextArea } from '@/components/forms/text-area';
import { healthNotesConsent } from '../rules/consents';

/** 健康提示 with its own consent; the browser's storage never holds it. */
export function HealthField({ notes }: { notes?: string }) {
  return (
    <div data-private>
      <TextArea
        name="healthNotes"
        label="过敏、用药、饮食等，照看时要注意什么"
        hint="不填不影响报名。只有本班工作人员能看到，每次查看都有记录。"
        maxLength={300}
        defaultValue={notes}
      />
      <CheckboxField name="healthConsent" label={healthNotesConsent.body} compact />
    </div>
  );
}
