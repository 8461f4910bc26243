import { DateField } from '@/components/forms/date-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { Panel } from '@/components/ui/card';
import { recordTalkAction } from '../actions';

/** 退会: one talk, on record, before it is carried out. */
export function TalkForm({ requestId, today }: { requestId: string; today: string }) {
  return (
    <Panel title="先谈一次" note="退会自愿，只劝一次；谈过后照本人的意思办">
      <Form action={recordTalkAction} aria-label="登记谈话">
        <FieldStack>
          <input type="hidden" name="requestId" value={requestId} />
          <DateField name="talkedOn" label="哪天谈的" defaultValue={today} max={today} />
          <TextArea
            name="talkNote"
            label="谈话情况"
            hint="怎么联系的，本人怎么说；本人可以查阅"
            rows={3}
            maxLength={200}
          />
          <SubmitButton block={false}>登记谈话</SubmitButton>
        </FieldStack>
      </Form>
    </Panel>
  );
}
